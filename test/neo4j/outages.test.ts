import { setTimeout as pause } from 'node:timers/promises';
import type { GraphStore } from '../../src/graph/store.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { FaultProxy } from '../support/neo4j/faultProxy.ts';
import { changesOf, paperOf, storesOn } from './stores.ts';

const away = { code: 'STORE_UNAVAILABLE', message: 'The graph cannot be reached at the moment.' };

describeWithNeo4j('an outage of Neo4j while the graph in memory is complete', (server) => {
  const open = storesOn(server);
  const proxy = new FaultProxy(server.uri);
  beforeEach(() => proxy.pass());
  afterAll(() => proxy.refuse());

  const openBehind = (maxStalenessMs: number, names: string[] = []): Promise<GraphStore> =>
    open({
      uri: proxy.uri,
      memoryGraphLimitMb: 1_000,
      waitForMemoryGraph: true,
      maxStalenessMs,
      onStatement: (name) => names.push(name),
    });
  const importPaper = async (...paper: Parameters<typeof paperOf>): Promise<void> => {
    const session = await (await open()).beginImport();
    await session.write(changesOf(paperOf(...paper)));
    await session.finish();
  };

  it('fails reads, because an import may have finished; afterwards the graph is updated and not read anew', async () => {
    await importPaper('A1', 'Kim', 'Leo');
    const names: string[] = [];
    const store = await openBehind(0, names);
    const { paperCount } = await store.statistics();
    await proxy.refuse();
    await expect(store.statistics()).rejects.toMatchObject(away);
    await importPaper('A2', 'Leo', 'Mia');
    await expect(store.statistics()).rejects.toMatchObject(away);
    names.length = 0;
    await proxy.pass();
    while (!(await store.readiness()).ready) await pause(20);
    expect(await store.statistics()).toMatchObject({ paperCount: paperCount + 1 });
    expect(names).toContain('changesSince');
    expect(names.filter((name) => name.startsWith('topologyNodes'))).toEqual([]);
  });

  it('lets reads go on that need no record while an earlier check of the version holds', async () => {
    await importPaper('B1', 'Nia', 'Oto');
    const store = await openBehind(600_000);
    const before = await store.statistics();
    const nia = 'author:test-name:Nia';
    expect((await store.entities([nia])).get(nia)).toMatchObject({ name: 'Nia' });
    await proxy.refuse();
    expect(await store.statistics()).toEqual(before);
    expect((await store.entities([nia])).get(nia)).toMatchObject({ name: 'Nia' }); // is in the cache
    await expect(store.entities(['author:test-name:Oto'])).rejects.toMatchObject(away);
  });
});
