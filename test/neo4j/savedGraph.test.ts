import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersOf } from '../support/answersOf.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { changesOf, paperOf, storesOn } from './stores.ts';

describeWithNeo4j('the saved graph of Neo4j', (server) => {
  const open = storesOn(server);
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-saved-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  /** What a store that is opened now answers, its messages, and whether it read the graph from the database. */
  const opened = async (): Promise<{ answers: unknown; messages: string[]; readsDatabase: boolean }> => {
    const messages: string[] = [];
    const names: string[] = [];
    const store = await open({
      memoryGraphLimitMb: 1_000,
      waitForMemoryGraph: true,
      directory,
      savedFromNodes: 1,
      log: (message) => messages.push(message),
      onStatement: (name) => names.push(name),
    });
    const answers = await answersOf(store);
    await savedFile();
    return { answers, messages, readsDatabase: names.some((name) => name.startsWith('topologyNodes')) };
  };
  const savedFile = async (): Promise<string> => {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const [name, ...others] = readdirSync(directory);
      if (name !== undefined && others.length === 0 && !name.endsWith('.tmp')) return join(directory, name);
    }
  };

  it('is read at the next start, gives the same answers, and is brought up to date after an import', async () => {
    const importing = await open();
    const importPaper = async (...paper: Parameters<typeof paperOf>): Promise<void> => {
      const session = await importing.beginImport();
      await session.write(changesOf(paperOf(...paper)));
      await session.finish();
    };
    await importPaper('S1', 'Saved A', 'Saved B');
    const computed = await opened();
    expect(computed.messages).toContainEqual(
      expect.stringMatching(/could not be read from .*does not exist/),
    );
    const read = await opened();
    expect(read.answers).toEqual(computed.answers);
    expect(read.readsDatabase).toBe(false);
    expect(read.messages).toContainEqual(expect.stringMatching(/^Read the graph of data version \d+ from /));
    await importPaper('S2', 'Saved A', 'Saved C');
    const later = await opened();
    expect(later.messages).toContainEqual(expect.stringMatching(/^Read the graph of data version \d+ from /));
    expect(later.readsDatabase).toBe(false);
    expect(JSON.stringify(later.answers)).toContain('Saved C');
    writeFileSync(await savedFile(), 'damaged');
    const again = await opened();
    expect(again.answers).toEqual(later.answers);
    expect(again.messages).toContainEqual(expect.stringMatching(/because it is not a file of this program/));
  });
});
