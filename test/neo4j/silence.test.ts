import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { describeWithNeo4j, emptyNeo4j } from '../support/neo4j/available.ts';
import { FaultProxy } from '../support/neo4j/faultProxy.ts';
import { startProgram } from '../support/program.ts';
import { runCypher, changesOf, paperOf, storesOn } from './stores.ts';

describeWithNeo4j('an import during a statement that takes long', (server) => {
  const open = storesOn(server);
  const proxy = new FaultProxy(server.uri);
  let directory = '';
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-silence-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));
  beforeEach(async () => {
    await emptyNeo4j(server);
    await proxy.pass();
  });
  afterAll(() => proxy.refuse());

  /** Blocks imports by a lock on the Graph node. @returns unblocks them. */
  const blockImports = async (): Promise<() => Promise<void>> => {
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password));
    const session = driver.session({ database: server.database });
    const transaction = await session.beginTransaction();
    await transaction.run('MATCH (graph:Graph) SET graph.locked = true REMOVE graph.locked');
    return async () => {
      await transaction.rollback();
      await driver.close();
    };
  };
  const seconds = async (work: Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await work;
    return (performance.now() - began) / 1_000;
  };

  it('continues as long as the database is there', async () => {
    const store = await open({ uri: proxy.uri });
    const session = await store.beginImport();
    const unblock = await blockImports();
    const writing = session.write(changesOf(paperOf('P1', 'Ada', 'Bob')));
    await pause(15_000);
    await unblock();
    await writing;
    await session.finish();
    expect(await store.statistics()).toMatchObject({ paperCount: 1, collaborationCount: 1 });
  });

  it.each([
    ['bolt', 20],
    ['neo4j', 30], // also tries another member of the cluster
  ])(
    'fails if the database stops answering, over %s, and the next import completes it',
    async (scheme, mostSeconds) => {
      const store = await open({ uri: proxy.uri.replace('bolt', scheme) });
      const session = await store.beginImport();
      await session.write(changesOf(paperOf('P1', 'Ada', 'Bob')));
      const unblock = await blockImports();
      const writing = session.write(changesOf(paperOf('P2', 'Ada', 'Cy')));
      await pause(300);
      await proxy.silence();
      const failing = expect(writing).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: 'The graph cannot be reached at the moment.',
      });
      expect(await seconds(failing)).toBeLessThan(mostSeconds);
      await session.abandon();
      await store.close(); // closes the connections, as a command that fails does
      await unblock();

      await proxy.pass();
      const later = await open({ uri: proxy.uri });
      expect(await later.readiness()).toMatchObject({ ready: true, importUnfinished: true });
      await runCypher(server, 'MATCH (graph:Graph) SET graph.importExpires = timestamp() - 1'); // 30 seconds later
      const again = await later.beginImport();
      await again.write(changesOf(paperOf('P1', 'Ada', 'Bob'), paperOf('P2', 'Ada', 'Cy')));
      await again.finish();
      expect(await later.readiness()).toMatchObject({ ready: true, importUnfinished: false });
      expect(await later.statistics()).toMatchObject({ paperCount: 2, collaborationCount: 2 });
    },
  );

  it('makes the import command fail with a message', async () => {
    await (await open()).readiness();
    const file = join(directory, 'papers.jsonl');
    writeFileSync(file, '{"title":"One","authors":[{"name":"Ada"}]}\n');
    const unblock = await blockImports();
    const { uri, username, password, database } = { ...server, uri: proxy.uri };
    const { ended } = startProgram(['import', 'jsonl', file], {
      settings: {
        NEO4J_URI: uri,
        NEO4J_DATABASE: database,
        ...(username !== '' && { NEO4J_USERNAME: username, NEO4J_PASSWORD: password }),
      },
    });
    await pause(5_000); // by now it waits for the lock
    await proxy.silence();
    const failing = expect(ended).resolves.toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^coauthor-graph: The graph cannot be reached at the moment\. \(.+\)\n$/m),
    });
    expect(await seconds(failing)).toBeLessThan(25);
    await unblock();
  });
});
