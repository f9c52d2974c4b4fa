import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { close, open } from '../../src/embedded/file/database.ts';
import { loadGraph } from '../../src/embedded/reads/loadGraph.ts';
import { updatedGraph as updatedFromFile } from '../../src/embedded/reads/updatedGraph.ts';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import { COLLABORATION_CAP } from '../../src/graph/collaborationCap.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { runToEnd } from '../../src/memory/algorithms/steps.ts';
import { buildMemoryGraph } from '../../src/memory/build/buildMemoryGraph.ts';
import type { MemoryGraph } from '../../src/memory/memoryGraph.ts';
import { Database } from '../../src/neo4j/connection/database.ts';
import { readStable } from '../../src/neo4j/memoryFeed/readStable.ts';
import { readTopology } from '../../src/neo4j/memoryFeed/readTopology.ts';
import { updatedGraph as updatedFromNeo4j } from '../../src/neo4j/memoryFeed/updatedGraph.ts';
import { changesOf, paperOf, runCypher } from '../neo4j/stores.ts';
import { answersOf } from '../support/answersOf.ts';
import { groupsOfChanges } from '../support/drawnChanges.ts';
import { plainGraph } from '../support/plainGraph.ts';
import { describeWithNeo4j } from '../support/neo4j/available.ts';
import { importRecords } from '../support/stores.ts';
import { openNeo4jStore } from '../../src/neo4j/index.ts';

/** A store into which records are imported, and graphs in memory of the same data, as another process has them. */
interface Source {
  store: GraphStore;
  /** Everything that is built from the stored data now. */
  build: () => Promise<unknown>;
  /** Brings the graph of the latest call, or an empty one, up to date; undefined if that is not possible. */
  update: () => Promise<unknown>;
  /** Another store on the same data, which has cached nothing. */
  reopened: () => Promise<GraphStore>;
  close: () => Promise<void>;
}

const embedded = async (): Promise<Source> => {
  const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-updates-'));
  const store = await openEmbeddedStore({ directory });
  const database = open(join(directory, 'graph.sqlite'));
  const build = () => runToEnd(loadGraph(database, COLLABORATION_CAP));
  let latest = build();
  const plain = ({ graph, rowIds }: ReturnType<typeof build>): unknown => [
    plainGraph(graph),
    rowIds.rowIdOfNode,
    graph.ids.map((_, node) => rowIds.nodeOfRowId[rowIds.rowIdOfNode[node] ?? 0]),
  ];
  return {
    store,
    build: () => Promise.resolve(plain(build())),
    update: async () => {
      const updated = await updatedFromFile(database, latest);
      if (!updated) return undefined;
      latest = updated.loaded;
      return plain(latest);
    },
    reopened: () => openEmbeddedStore({ directory }),
    close: async () => {
      close(database);
      await store.close();
      rmSync(directory, { recursive: true });
    },
  };
};

const describeUpdates = (open: () => Promise<Source>, draws: number): void => {
  it('give the graph that is built anew, whatever was imported and corrected', async () => {
    await fc.assert(
      fc.asyncProperty(groupsOfChanges, async (groups) => {
        const source = await open();
        try {
          for (const group of groups) {
            for (const change of group) await change(source.store);
            expect(await source.update()).toEqual(await source.build());
          }
        } finally {
          await source.close();
        }
      }),
      { numRuns: draws },
    );
  }, 300_000);

  it('leave no record in the cache that is out of date', async () => {
    await fc.assert(
      fc.asyncProperty(groupsOfChanges, async (groups) => {
        const source = await open();
        try {
          for (const group of groups) {
            for (const change of group) await change(source.store);
            const answers = await answersOf(source.store);
            const other = await source.reopened();
            expect(answers).toEqual(await answersOf(other));
            await other.close();
          }
        } finally {
          await source.close();
        }
      }),
      { numRuns: Math.ceil(draws / 2) },
    );
  }, 300_000);

  it('notice an author that was merged into another one and created again', async () => {
    const source = await open();
    const write = async (
      ...changes: Parameters<Awaited<ReturnType<GraphStore['beginImport']>>['write']>[0][]
    ) => {
      const session = await source.store.beginImport();
      for (const each of changes) await session.write(each);
      await session.finish();
    };
    await write(changesOf(paperOf('A', 'Kim', 'Leo'), paperOf('B', 'Mia')));
    await source.update();
    const [kim, mia] = ['author:test-name:Kim', 'author:test-name:Mia'];
    const keys = [
      { id: kim, keys: [] },
      { id: mia, keys: [mia, kim] },
    ];
    const none = changesOf();
    await write({ ...none, named: { ...none.named, AUTHOR: keys }, merges: [{ from: kim, into: mia }] });
    await write(changesOf(paperOf('C', 'Kim', 'Nia')));
    const built = await source.build();
    expect(await source.update()).toEqual(built);
    await source.close();
  });

  it('notice a paper that its source removed and brought back unchanged, with its topic', async () => {
    const source = await open();
    const record = {
      ids: { doi: '10.1000/1' },
      title: 'One',
      authors: [{ name: 'Ada', affiliations: [{ name: 'Institute' }] }],
      topics: [{ name: 'logic' }],
    };
    await importRecords(source.store, [record, { ...record, ids: { doi: '10.1000/2' } }]);
    await source.update();
    await importRecords(source.store, [{ ids: record.ids, isRemoved: true }, record]);
    expect(await source.update()).toEqual(await source.build());
    await source.close();
  });

  it('are not made of a large part of a graph', async () => {
    const source = await open();
    await importRecords(source.store, [
      { ids: { doi: '10.1000/1' }, title: 'One', authors: [{ name: 'Ada' }] },
    ]);
    expect(await source.update()).toBeDefined();
    const many = Array.from({ length: 200 }, (_, index) => ({
      ids: { doi: `10.1000/many-${index}` },
      title: `Paper ${index}`,
      authors: [{ name: `Person ${index}` }],
    }));
    await importRecords(source.store, many);
    expect(await source.update()).toBeUndefined();
    await source.close();
  });
};

describe('updates of the graph in memory, embedded store', () => {
  describeUpdates(embedded, 100);
});

describeWithNeo4j('updates of the graph in memory, Neo4j store', (server) => {
  const onNeo4j = async (): Promise<Source> => {
    await runCypher(server, 'MATCH (node) DETACH DELETE node');
    const reopened = (): Promise<GraphStore> =>
      openNeo4jStore({ ...server, collaborationCap: COLLABORATION_CAP, waitForMemoryGraph: true });
    const store = await reopened();
    await store.statistics(); // creates the constraints
    const database = new Database(server);
    const build = (): Promise<MemoryGraph> =>
      readStable(database, async (run, { dataVersion, asOf, collaborationCap }) =>
        runToEnd(
          buildMemoryGraph(await readTopology(run, { version: dataVersion, asOf, cap: collaborationCap })),
        ),
      );
    let latest = await build();
    return {
      store,
      build: async () => plainGraph(await build()),
      update: async () => {
        const updated = await updatedFromNeo4j(database, latest);
        if (!updated) return undefined;
        latest = updated.graph;
        return plainGraph(latest);
      },
      reopened,
      close: async () => {
        await database.close();
        await store.close();
      },
    };
  };
  describeUpdates(onNeo4j, 8);
});
