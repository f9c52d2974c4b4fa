import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '../../src/neo4j/connection/database.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { describeWithNeo4j, emptyNeo4j } from '../support/neo4j/available.ts';
import { FaultProxy } from '../support/neo4j/faultProxy.ts';
import { importRecords } from '../support/stores.ts';
import { runCypher, changesOf, paperOf, storesOn } from './stores.ts';

const away = { code: 'STORE_UNAVAILABLE', message: 'The graph cannot be reached at the moment.' };

describeWithNeo4j('a Neo4j behind a network that fails', (server) => {
  const open = storesOn(server);
  const proxy = new FaultProxy(server.uri);
  let messages: string[] = [];
  let statements: string[] = [];
  let outages: boolean[] = [];
  beforeAll(() => proxy.pass());
  beforeEach(async () => {
    await proxy.pass();
    [messages, statements, outages] = [[], [], []];
  });
  afterAll(() => proxy.refuse());

  const openBehind = () =>
    open({
      uri: proxy.uri,
      log: (message) => messages.push(message),
      onStatement: (name) => statements.push(name),
      onOutage: (isAway) => outages.push(isAway),
    });
  const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await condition())) await pause(20);
  };
  const isReady = async (store: GraphStore) => (await store.readiness()).ready;

  it.each([
    ['refuses', () => proxy.refuse()],
    ['resets every connection', () => proxy.resetAll()],
    ['falls silent', () => proxy.silence()],
  ])('that %s makes one read wait, and is used again without a request when it is back', async (_, fail) => {
    const store = await openBehind();
    expect(await store.statistics()).toMatchObject({ paperCount: 0 });
    await fail();
    await expect(store.statistics()).rejects.toMatchObject(away);
    await until(() => outages.length === 1);
    statements = [];
    const reads = await Promise.allSettled(Array.from({ length: 100 }, () => store.statistics()));
    expect(new Set(reads.map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(statements.filter((name) => name !== 'ping')).toEqual([]);
    expect(await store.readiness()).toMatchObject({ ready: false, connections: { isAway: true } });

    await proxy.pass();
    await until(() => outages.length === 2); // without any request
    expect(await store.statistics()).toMatchObject({ paperCount: 0 });
    expect(await store.readiness()).toMatchObject({ ready: true, connections: { isAway: false, most: 50 } });
    expect(outages).toEqual([true, false]);
    expect(messages).toEqual(['The database cannot be reached.', 'The database can be reached again.']);
  });

  it('that is back gets the statements of changes again that were planned before', async () => {
    const store = await openBehind();
    await store.warmUpChanges();
    await proxy.refuse();
    await expect(store.statistics()).rejects.toMatchObject(away);
    await until(() => outages.length === 1);
    statements = [];
    await proxy.pass();
    await until(() => statements.includes('writePapers'));
    expect(await store.statistics()).toMatchObject({ paperCount: 0 });
  });

  it.each([
    ['refuses', () => proxy.refuse()],
    ['is silent', () => proxy.silence()],
  ])('that %s when the store is opened is used as soon as it is there', async (_, fail) => {
    await fail();
    const store = await openBehind();
    expect(messages[0]).toMatch(/^The database cannot be reached/);
    await expect(store.entities(['paper:acl:P1'])).rejects.toMatchObject(away);
    expect(await isReady(store)).toBe(false);
    await proxy.pass();
    await until(() => isReady(store));
    expect(await store.entities(['paper:acl:P1'])).toEqual(new Map());
  });

  it('is used again while many clients retry without a pause', async () => {
    const store = await openBehind();
    await proxy.refuse();
    let isBack = false;
    const retry = async () => {
      while (!isBack) {
        isBack ||= await store.statistics().then(
          () => true,
          () => false,
        );
        await pause(1);
      }
    };
    const clients = Array.from({ length: 20 }, retry);
    await until(() => outages.length === 1);
    await proxy.pass();
    await Promise.all(clients);
    expect(outages).toEqual([true, false]);
  });

  it('that falls silent while many reads wait fails all of them, and none of their connections is used again', async () => {
    const store = await openBehind();
    await store.statistics();
    const waiting = Array.from({ length: 60 }, () => store.statistics()); // more than the pool holds
    await proxy.silence();
    const answers = await Promise.allSettled(waiting);
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject(away);
    }
    await proxy.pass();
    await until(() => isReady(store));
    const results = await Promise.all(Array.from({ length: 60 }, () => store.statistics()));
    expect(results).toHaveLength(60);
  });

  it('that loses connections but is there fails no read', async () => {
    const store = await openBehind();
    await store.statistics();
    proxy.reset();
    expect(await store.statistics()).toMatchObject({ paperCount: 0 });
    const reads = Array.from({ length: 20 }, () => store.statistics());
    await pause(1);
    proxy.reset();
    expect(await Promise.all(reads)).toHaveLength(20);
    expect(outages).toEqual([]);
  });

  it('that is only slow is not treated as away', async () => {
    const store = await openBehind();
    await store.statistics();
    await proxy.pass(500);
    expect(await store.statistics()).toMatchObject({ paperCount: 0 }); // the way there and back takes a second
    expect(outages).toEqual([]);
  });

  it('that cannot run one statement is not treated as away: too large, too slow, or invalid', async () => {
    const database = new Database({
      ...server,
      uri: proxy.uri,
      onStatement: (name) => statements.push(name),
      onOutage: (isAway) => outages.push(isAway),
    });
    const outcome = (text: string, deadline?: number) =>
      database.read({ name: 'trial', purpose: '', text }, {}, deadline).catch((fault: unknown) => fault);
    expect(await outcome('UNWIND range(1, 100000000) AS x RETURN collect(x)', 60_000)).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: 'The database has too little memory for this request. Request less data at once.',
    });
    expect(await outcome('UNWIND range(1, 10000000000) AS x RETURN count(x)', 1_500)).toMatchObject({
      code: 'TIMEOUT',
    });
    expect(await outcome('NONSENSE')).not.toHaveProperty('code', 'STORE_UNAVAILABLE');
    expect(await outcome('RETURN 1 AS one')).toEqual([{ one: 1 }]);
    expect([outages, statements]).toEqual([[], Array(4).fill('trial')]);
    await database.close();
  });

  it('that dies during an import makes the store unavailable; the next import completes the graph', async () => {
    await emptyNeo4j(server);
    const store = await openBehind();
    const session = await store.beginImport();
    await session.write(changesOf(paperOf('P1', 'Ada', 'Bob')));
    await proxy.refuse();
    await expect(session.write(changesOf(paperOf('P2', 'Ada', 'Cy')))).rejects.toMatchObject(away);
    await expect(session.finish()).rejects.toMatchObject(away);
    await proxy.pass();
    await until(() => isReady(store));
    expect(await store.readiness()).toMatchObject({ ready: true, importUnfinished: true });

    await runCypher(server, 'MATCH (graph:Graph) SET graph.importExpires = timestamp() - 1'); // 30 seconds later
    const secondSession = await store.beginImport();
    await secondSession.write(changesOf(paperOf('P1', 'Ada', 'Bob'), paperOf('P2', 'Ada', 'Cy')));
    await secondSession.finish();
    expect(await store.readiness()).toMatchObject({ ready: true, importUnfinished: false });
    expect(await store.statistics()).toMatchObject({ paperCount: 2, authorCount: 3, collaborationCount: 2 });
    await session.abandon();
  });

  it('that dies during an import of records is reported, not the failure to clean up after it', async () => {
    const store = await openBehind();
    const importing = importRecords(
      {
        ...store,
        beginImport: async () => {
          const session = await store.beginImport();
          await proxy.refuse();
          return session;
        },
      },
      [{ ids: { doi: '10.1000/a' }, title: 'A paper', authors: [{ name: 'Ada' }] }],
    );
    await expect(importing).rejects.toMatchObject(away);
  });
});
