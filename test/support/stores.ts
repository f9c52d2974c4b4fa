import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../src/embedded/index.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { COLLABORATION_CAP } from '../../src/graph/collaborationCap.ts';
import type { ImportRecord } from '../../src/import/importRecord.ts';
import type { ImportReport } from '../../src/import/importReport.ts';
import { runImport } from '../../src/import/runImport.ts';
import { openNeo4jStore } from '../../src/neo4j/index.ts';
import type { Neo4jStoreOptions } from '../../src/neo4j/neo4jStore.ts';
import { describeWithNeo4j, emptyNeo4j, type Neo4jForTests } from './neo4j/available.ts';
import { recordsFormat } from './recordsFormat.ts';

/** An empty store of the kind under test, closed and removed after the test. */
export type OpenStore = (options?: { collaborationCap?: number }) => Promise<GraphStore>;

export interface StoreUnderTest {
  name: 'embedded' | 'Neo4j';
  open: OpenStore;
  /** How many random graphs to draw: fewer where opening an empty store takes long. */
  draws: number;
}

/** The same tests for every store. */
export const describeStores = (title: string, body: (store: StoreUnderTest) => void): void => {
  describe(`${title}, embedded store`, () => {
    body({ name: 'embedded', open: openEmbedded(), draws: 60 });
  });
  describeWithNeo4j(`${title}, Neo4j store`, (server) => {
    body({ name: 'Neo4j', open: onNeo4j(server, { memoryGraphLimitMb: 0 }), draws: 6 });
  });
  describeWithNeo4j(`${title}, Neo4j store with the graph in memory`, (server) => {
    body({ name: 'Neo4j', open: onNeo4j(server, { waitForMemoryGraph: true }), draws: 6 });
  });
};

/** Imports records and returns the report. */
export const importRecords = (
  store: GraphStore,
  records: readonly ImportRecord[],
  source?: string,
): Promise<ImportReport> => runImport({ store, format: recordsFormat(records, source), paths: [] });

/** Opens empty embedded stores, closed and removed after the test. */
export const openEmbedded = (): OpenStore => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });
  return async (options = {}) => {
    const directory = mkdtempSync(join(tmpdir(), 'coauthor-graph-'));
    const store = await openEmbeddedStore({ directory, ...options });
    closers.push(async () => {
      await store.close();
      rmSync(directory, { recursive: true });
    });
    return store;
  };
};

const onNeo4j = (server: Neo4jForTests, memory: Partial<Neo4jStoreOptions>): OpenStore => {
  const stores: GraphStore[] = [];
  const close = async (): Promise<void> => {
    for (const store of stores.splice(0)) await store.close();
  };
  afterEach(close);
  return async (options = {}) => {
    await close(); // there is one database: a property's earlier draw gives it up to the next
    await emptyNeo4j(server);
    const store = await openNeo4jStore({
      ...server,
      ...memory,
      collaborationCap: COLLABORATION_CAP,
      ...options,
    });
    stores.push(store);
    return store;
  };
};
