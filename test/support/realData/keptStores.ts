import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../../src/embedded/index.ts';
import type { GraphStore } from '../../../src/graph/store.ts';
import { COLLABORATION_CAP } from '../../../src/graph/collaborationCap.ts';
import { openNeo4jStore } from '../../../src/neo4j/index.ts';
import { describeUnless } from '../describeUnless.ts';
import { describeWithNeo4j } from '../neo4j/available.ts';

/** One store for all tests of a suite: large imports are done once. */
export interface KeptStore {
  name: 'embedded' | 'Neo4j';
  /** Only inside hooks and tests. */
  store: () => GraphStore;
}

/** The same suite on each store, which is empty when the suite begins and kept until it ends. */
export const describeKeptStores = (
  title: string,
  missing: string | undefined,
  body: (kept: KeptStore) => void,
): void => {
  describeUnless(missing, `${title}, embedded store`, () => {
    const directory = join(tmpdir(), 'coauthor-graph-');
    let made = '';
    const open = (): Promise<GraphStore> => openEmbeddedStore({ directory: (made = mkdtempSync(directory)) });
    body({ name: 'embedded', store: keptOpen(open, () => rmSync(made, { recursive: true })) });
  });
  const notNow = missing ?? tooLong();
  if (notNow !== undefined) {
    describeUnless(notNow, `${title}, Neo4j store`, () => body({ name: 'Neo4j', store: unopened }));
    return;
  }
  describeWithNeo4j(`${title}, Neo4j store`, (server) => {
    const open = (): Promise<GraphStore> =>
      openNeo4jStore({ ...server, collaborationCap: COLLABORATION_CAP, memoryGraphLimitMb: 0 });
    body({ name: 'Neo4j', store: keptOpen(open) });
  });
};

/** Whole data sets take minutes on Neo4j, which every run of the tests should not. */
const tooLong = (): string | undefined =>
  process.env['TEST_WHOLE_DATA_ON_NEO4J'] === 'true'
    ? undefined
    : 'it takes minutes; TEST_WHOLE_DATA_ON_NEO4J=true runs it';

const unopened = (): GraphStore => {
  throw new Error('the store is open only inside hooks and tests');
};

const keptOpen = (open: () => Promise<GraphStore>, onClosed?: () => void): (() => GraphStore) => {
  let store: GraphStore | undefined;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(async () => {
    await store?.close();
    onClosed?.();
  });
  return () => store ?? unopened();
};

/** Does something and says how long it took and how much memory this process then holds; nothing is asserted. */
export const timed = async <Result>(
  what: string,
  action: () => Result | Promise<Result>,
): Promise<Result> => {
  const began = performance.now();
  const result = await action();
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.info(`${what}: ${seconds} s, ${megabytes} MB resident`);
  return result;
};
