import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { candidatesOf } from '../support/candidatesOf.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { importRecords } from '../support/stores.ts';
import { storesOn } from './stores.ts';

describeWithNeo4j('the saved duplicate candidates of Neo4j', (server) => {
  const open = storesOn(server);
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-duplicates-saved-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  /** The candidates of a store that is opened now, and whether they were read from the file. */
  const candidatesNow = async () => {
    const messages: string[] = [];
    const store = await open({
      memoryGraphLimitMb: 1_000,
      waitForMemoryGraph: true,
      directory,
      savedFromNodes: 1,
      log: (message) => messages.push(message),
    });
    const candidates = await candidatesOf(store);
    await store.close();
    return {
      candidates,
      isRead: messages.some((message) => message.startsWith('Read the pairs of authors')),
    };
  };
  const importNamed = async (...names: string[]): Promise<void> => {
    const authored = names.map((name) => ({ title: `By ${name}`, authors: [{ name }] }));
    await importRecords(await open(), authored);
  };

  it('are read at the next start, unless the data has changed', async () => {
    await importNamed('Saved Candidate', 'S. Candidate');
    const computed = await candidatesNow();
    expect(computed.isRead).toBe(false);
    expect(computed.candidates.length).toBeGreaterThan(0);
    expect(await candidatesNow()).toEqual({ ...computed, isRead: true });
    await importNamed('Saved B. Candidate');
    const later = await candidatesNow();
    expect(later.isRead).toBe(false);
    expect(later.candidates.length).toBeGreaterThan(computed.candidates.length);
  });
});
