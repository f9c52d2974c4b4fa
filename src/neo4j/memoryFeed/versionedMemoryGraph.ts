import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import { buildMemoryGraph } from '../../memory/build/buildMemoryGraph.ts';
import type { SavedGraphFile } from '../../memory/build/savedGraphFile.ts';
import type { MemoryGraph } from '../../memory/memoryGraph.ts';
import type { FormerPairs } from '../../memory/queries/duplicates/duplicatePairs.ts';
import type { SavedDuplicates } from '../../memory/queries/duplicates/savedDuplicates.ts';
import { MemoryQueries } from '../../memory/memoryQueries.ts';
import type { Database } from '../connection/database.ts';
import {
  changedRecords,
  createRecordCache,
  Neo4jRecords,
  type Neo4jRecordCache,
} from '../reads/records/neo4jRecords.ts';
import { createSearchCache, type SearchCache } from '../reads/search/searchCache.ts';
import { readStable, type TopologyState } from './readStable.ts';
import { readTopology } from './readTopology.ts';
import { versionOf } from './storedVersion.ts';
import { topologyState } from './topologyStatements.ts';
import { updatedGraph } from './updatedGraph.ts';

/** A graph in memory, the stored version that it was read from, and caches that belong to this version. */
export interface VersionedMemoryGraph {
  version: string;
  /**
   * False if the graph was read while an import was unfinished. Such a graph cannot be updated, because the log of
   * changes lacks those of that import.
   */
  isFinished: boolean;
  queries: MemoryQueries;
  cache: Neo4jRecordCache;
  searches: SearchCache;
}

export interface MemoryGraphSource {
  database: Database;
  /** The file in which the graph is saved, so that the next start of the server can read it from there. */
  savedGraph?: SavedGraphFile<null> | undefined;
  /** The file in which the pairs of authors that may be one person are saved. */
  savedDuplicates?: SavedDuplicates | undefined;
  log?: ((message: string, cause?: unknown) => void) | undefined;
  /**
   * In a graph with at least this many nodes, long computations run in a worker thread. The option exists for tests.
   */
  workerFromNodes?: number | undefined;
}

/**
 * Reads the whole graph into memory: from the file in which it was saved if that is up to date, else from the database.
 *
 * @param former the duplicate candidates of an earlier graph, for reuse
 */
export const readMemoryGraph = async (
  source: MemoryGraphSource,
  former?: FormerPairs,
): Promise<VersionedMemoryGraph> => {
  const read = (await readSaved(source)) ?? (await readStored(source));
  if (former) await read.queries.duplicates.carry(former);
  return read;
};

/** Updates a graph to the state that is stored now; undefined if it cannot be updated and has to be read again. */
export const updatedMemoryGraphOf = async (
  source: MemoryGraphSource,
  { isFinished, queries: { graph, duplicates }, cache }: VersionedMemoryGraph,
): Promise<VersionedMemoryGraph | undefined> => {
  const updated = isFinished ? await updatedGraph(source.database, graph) : undefined;
  if (!updated) return undefined;
  source.savedGraph?.saveUpdated({ graph: updated.graph, beside: null });
  const next = await versioned(source, updated.graph, true, () =>
    cache.successor(changedRecords(graph, updated.delta)),
  );
  const { version, queries } = next;
  const state = { graph: queries.graph, version, cache: next.cache, isChecked: false };
  const records = new Neo4jRecords({ database: source.database, ...state });
  await queries.duplicates.follow(duplicates, updated.step, records);
  return next;
};

const versioned = async (
  { log, workerFromNodes: leastNodes, savedDuplicates }: MemoryGraphSource,
  graph: MemoryGraph,
  isFinished: boolean,
  makeCache = createRecordCache,
): Promise<VersionedMemoryGraph> => ({
  version: versionOf({ dataVersion: graph.version, asOf: graph.asOf }),
  isFinished,
  queries: await MemoryQueries.of(graph, { leastNodes, log, ...(isFinished && { savedDuplicates }) }),
  cache: makeCache(),
  searches: createSearchCache(),
});

const readStored = async (from: MemoryGraphSource): Promise<VersionedMemoryGraph> => {
  const { database, savedGraph, log } = from;
  const start = performance.now();
  const { source, isFinished } = await readStable(
    database,
    async (run, { dataVersion, asOf, collaborationCap, unfinished }) => ({
      source: await readTopology(run, { version: dataVersion, asOf, cap: collaborationCap }),
      isFinished: !unfinished,
    }),
  );
  const graph = await runCooperatively(buildMemoryGraph(source));
  if (isFinished) savedGraph?.save({ graph, beside: null });
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  log?.(`Read the graph of data version ${graph.version} into memory in ${seconds} s.`);
  return versioned(from, graph, isFinished);
};

const readSaved = async (source: MemoryGraphSource): Promise<VersionedMemoryGraph | undefined> => {
  const { database, savedGraph } = source;
  if (!savedGraph) return undefined;
  const [state] = await database.read<TopologyState>(topologyState);
  if (!state || state.unfinished) return undefined;
  const { dataVersion: version, asOf, collaborationCap: cap } = state;
  const saved = await savedGraph.load({ version, asOf, cap }, async ({ graph }) => {
    const updated = await updatedGraph(database, graph);
    return updated && { graph: updated.graph, beside: null };
  });
  return saved && versioned(source, saved.graph, true);
};
