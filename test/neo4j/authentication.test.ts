import { setTimeout as pause } from 'node:timers/promises';
import { openNeo4jStore } from '../../src/neo4j/index.ts';
import { createServer } from '../../src/server.ts';
import { COLLABORATION_CAP } from '../../src/graph/collaborationCap.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { FaultProxy } from '../support/neo4j/faultProxy.ts';
import { startNeo4j, type RunningNeo4j } from '../support/neo4j/start.ts';
import { importRecords } from '../support/stores.ts';
import { runCypher } from './stores.ts';

describeWithNeo4j('a Neo4j with a user and a password', () => {
  const password = 'correct-horse';
  let server: RunningNeo4j;
  beforeAll(async () => {
    const started = await startNeo4j({ isShortLived: true, password });
    if ('unavailable' in started) throw new Error(started.unavailable);
    server = started;
  }, 180_000);
  afterAll(() => server.stop());

  const open = (change: object) =>
    openNeo4jStore({ ...server, collaborationCap: COLLABORATION_CAP, memoryGraphLimitMb: 0, ...change });

  it.each(['bolt://', 'neo4j://'])('is used over %s, also with the name of its database', async (scheme) => {
    const store = await open({ uri: server.uri.replace(/^\w+:\/\//, scheme), database: 'neo4j' });
    await importRecords(store, [{ ids: { doi: '10.1000/a' }, title: 'A paper', authors: [{ name: 'Ada' }] }]);
    expect(await store.statistics()).toMatchObject({ paperCount: 1, authorCount: 1 });
    await store.close();
  });

  /** Serves a store that cannot be used yet, and expects that requests fail at once, without the cause. */
  const serveUnusable = async (
    change: object,
  ): Promise<{ ready: () => Promise<number>; end: () => Promise<void> }> => {
    const statements: string[] = [];
    const store = await open({ ...change, onStatement: (name: string) => statements.push(name) });
    const api = await createServer(store, { port: 0 });
    const url = await api.listen();
    statements.length = 0;
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ statistics { paperCount } }' }),
    });
    expect(await answer.json()).toMatchObject({
      errors: [
        { message: 'The graph cannot be reached at the moment.', extensions: { code: 'STORE_UNAVAILABLE' } },
      ],
    });
    // it waits for no connection: only the store itself tries to connect
    expect(statements.filter((name) => name !== 'ping')).toEqual([]);
    return {
      ready: async () => (await fetch(`${url}/health/ready`)).status,
      end: async () => {
        await api.stop();
        await store.close();
      },
    };
  };
  /** The store tries to connect every 4 seconds; the rest is for a busy machine. */
  const RECONNECT_SECONDS = 8;
  const secondsUntilReady = async (ready: () => Promise<number>): Promise<number> => {
    const began = performance.now();
    while ((await ready()) !== 200) await pause(50);
    return (performance.now() - began) / 1_000;
  };

  it('is unavailable with a wrong password, and used as soon as the password is right', async () => {
    const change = (from: string, to: string) =>
      runCypher(
        { ...server, database: 'system', password: from },
        `ALTER CURRENT USER SET PASSWORD FROM '${from}' TO '${to}'`,
      );
    const { ready, end } = await serveUnusable({ password: 'battery-staple' });
    expect(await ready()).toBe(503);
    await change(password, 'battery-staple');
    try {
      expect(await secondsUntilReady(ready)).toBeLessThan(RECONNECT_SECONDS);
    } finally {
      await end();
      await change('battery-staple', password);
    }
  });

  /* Community Edition has only one database, so another server with the database takes the place of the first one. */
  describe('and without the database that the settings name', () => {
    const proxy = new FaultProxy('bolt://127.0.0.1:1');
    let otherServer: RunningNeo4j;
    beforeAll(async () => {
      const started = await startNeo4j({ isShortLived: true, password, database: 'later' });
      if ('unavailable' in started) throw new Error(started.unavailable);
      otherServer = started;
      await (await open({ ...otherServer })).close(); // creates its indexes, which takes long on a busy machine
    }, 180_000);
    afterAll(async () => {
      await proxy.refuse();
      await otherServer.stop();
    });

    it('is unavailable, and used as soon as that database is there', async () => {
      await proxy.pass();
      proxy.lead(server.uri);
      const { ready, end } = await serveUnusable({ uri: proxy.uri, database: 'later' });
      try {
        expect(await ready()).toBe(503);
        proxy.lead(otherServer.uri);
        expect(await secondsUntilReady(ready)).toBeLessThan(RECONNECT_SECONDS);
      } finally {
        await end();
      }
    });
  });
});
