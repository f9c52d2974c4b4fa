import { openNeo4jStore } from '../../src/neo4j/index.ts';
import { COLLABORATION_CAP } from '../../src/graph/teams.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { startNeo4j, type RunningNeo4j } from '../support/neo4j/start.ts';
import { importRecords } from '../support/stores.ts';

describeWithNeo4j('a Neo4j that asks for a user and a password', () => {
  const password = 'correct-horse';
  let server: RunningNeo4j;
  beforeAll(async () => {
    const started = await startNeo4j({ password });
    if ('unavailable' in started) throw new Error(started.unavailable);
    server = started;
  }, 180_000);
  afterAll(() => server.stop());

  const open = (change: object) =>
    openNeo4jStore({ ...server, collaborationCap: COLLABORATION_CAP, ...change });

  it.each(['bolt://', 'neo4j://'])(
    "is used over %s, by its database's name too",
    async (scheme) => {
      const store = await open({ uri: server.uri.replace(/^\w+:\/\//, scheme), database: 'neo4j' });
      await importRecords(store, [
        { ids: { doi: '10.1000/a' }, title: 'A paper', authors: [{ name: 'Ada' }] },
      ]);
      expect(await store.statistics()).toMatchObject({ paperCount: 1, authorCount: 1 });
      await store.close();
    },
    60_000,
  );

  it('is unavailable with a wrong password, and with a database it does not have', async () => {
    for (const change of [{ password: 'wrong-password' }, { database: 'nosuch' }]) {
      const store = await open(change);
      await expect(store.statistics()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      await store.close();
    }
  }, 60_000);
});
