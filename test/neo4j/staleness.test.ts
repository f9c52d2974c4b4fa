import { setTimeout as delay } from 'node:timers/promises';
import type { GraphStore } from '../../src/graph/store.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { changesOf, paperOf, storesOn } from './stores.ts';

const inMemory = { memoryGraphLimitMb: 1_000, waitForMemoryGraph: true };

/** Each test has authors of its own, because the database is kept from test to test. */
describeWithNeo4j('staleness on Neo4j', (server) => {
  const open = storesOn(server);

  const importPapers = async (store: GraphStore, ...papers: ReturnType<typeof paperOf>[]): Promise<void> => {
    const session = await store.beginImport();
    await session.write(changesOf(...papers));
    await session.finish();
  };

  const paperCount = async (store: GraphStore): Promise<number> => (await store.statistics()).paperCount;

  it('is not allowed by default: each read checks the stored version and sees the latest import', async () => {
    const names: string[] = [];
    const [importing, reading] = [
      await open(),
      await open({ ...inMemory, onStatement: (name) => names.push(name) }),
    ];
    await importPapers(importing, paperOf('T1', 'Kim', 'Leo'));
    const before = await paperCount(reading);
    names.length = 0;
    expect(await paperCount(reading)).toBe(before);
    expect(names).toEqual(['storedState']);
    await importPapers(importing, paperOf('T2', 'Leo', 'Mia'));
    expect(await paperCount(reading)).toBe(before + 1);
  });

  it('lets a check hold: reads send no statement and may miss an import, until the time is over', async () => {
    const names: string[] = [];
    const [importing, reading] = [
      await open(),
      await open({ ...inMemory, maxStalenessMs: 4_000, onStatement: (name) => names.push(name) }),
    ];
    await importPapers(importing, paperOf('U1', 'Nia', 'Oto'));
    await reading.statistics(); // reads the graph, which may take longer than the check holds
    await delay(4_100);
    const before = await paperCount(reading);
    names.length = 0;
    expect(await paperCount(reading)).toBe(before);
    expect(names).toEqual([]);
    await importPapers(importing, paperOf('U2', 'Oto', 'Pia'));
    await delay(4_100);
    expect(await paperCount(reading)).toBe(before + 1);
  });

  it('does not mix versions: a read that needs a record of a later version starts again with it', async () => {
    const [importing, reading] = [await open(), await open({ ...inMemory, maxStalenessMs: 600_000 })];
    await importPapers(importing, paperOf('V1', 'Quin', 'Rei'));
    await reading.statistics();
    const quin = 'author:test-name:Quin';
    await importPapers(importing, paperOf('V2', 'Quin', 'Sia'));
    const entities = await reading.entities([quin]);
    expect(entities.get(quin)).toMatchObject({ name: 'Quin', paperCount: 2 });
  });
});
