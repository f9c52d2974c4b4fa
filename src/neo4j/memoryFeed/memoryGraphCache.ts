import { totalmem } from 'node:os';
import { GraphError } from '../../graph/errors.ts';
import type { SavedGraphFile } from '../../memory/build/savedGraphFile.ts';
import type { Database } from '../connection/database.ts';
import type { FormerPairs } from '../../memory/queries/duplicates/duplicatePairs.ts';
import type { SavedDuplicates } from '../../memory/queries/duplicates/savedDuplicates.ts';
import { StateChecks } from './stateChecks.ts';
import { versionOf } from './storedVersion.ts';
import { graphSize } from './topologyStatements.ts';
import {
  readMemoryGraph,
  updatedMemoryGraphOf,
  type MemoryGraphSource,
  type VersionedMemoryGraph,
} from './versionedMemoryGraph.ts';

interface MemoryGraphOptions {
  /**
   * The maximum size of a graph that is held in memory, in MB; by default half of the machine's memory. With 0, only
   * the queries that Cypher statements cannot answer, such as paths, use a graph in memory.
   */
  memoryGraphLimitMb?: number;
  /**
   * For how long the result of a check of the stored version is used, in ms; by default 0. After half of this time, the
   * next check runs in the background.
   */
  maxStalenessMs?: number;
  /** The file in which the graph is saved, so that the next start of the server can read it from there. */
  savedGraph?: SavedGraphFile<null> | undefined;
  /** The file in which the pairs of authors that may be one person are saved. */
  savedDuplicates?: SavedDuplicates | undefined;
  /**
   * In a graph with at least this many nodes, long computations run in a worker thread. The option exists for tests.
   */
  workerFromNodes?: number;
  /** Whether `current` waits while the graph is being read, instead of returning undefined. */
  waitForMemoryGraph?: boolean;
  log?: (message: string, cause?: unknown) => void;
}

/**
 * The memory that a node takes in a graph in memory (id, arrays and ranks), in bytes, as measured on the ACL Anthology.
 * BYTES_PER_RELATIONSHIP is the memory that a relationship takes.
 */
const BYTES_PER_NODE = 300;
const BYTES_PER_RELATIONSHIP = 60;

/**
 * Holds the graph in memory. It is read in the background when it is first needed. When the stored version has changed,
 * the graph is updated with the changes or, if these are many, read again. All requests share one update and one read.
 */
export class MemoryGraphCache {
  readonly #source: MemoryGraphSource;
  readonly #options: MemoryGraphOptions;
  readonly #checks: StateChecks;
  #latest: VersionedMemoryGraph | undefined;
  /** The duplicate candidates of the last graph that could not be updated, for reuse in the next graph. */
  #formerPairs: FormerPairs | undefined;
  /** The version of a graph in memory that a read has found to be out of date. */
  #outdated: string | undefined;
  #updating: Promise<VersionedMemoryGraph | undefined> | undefined;
  #reading: Promise<VersionedMemoryGraph> | undefined;
  /** Set while the size of the stored graph is measured and the graph is then read, unless it is too large. */
  #refreshing: Promise<VersionedMemoryGraph | undefined> | undefined;
  /** The version of the stored graph that was found too large for memory; undefined if there is none. */
  #tooLarge: string | undefined;

  constructor(database: Database, options: MemoryGraphOptions = {}) {
    const { savedGraph, savedDuplicates, log, workerFromNodes } = options;
    this.#source = { database, savedGraph, savedDuplicates, log, workerFromNodes };
    this.#options = options;
    this.#checks = new StateChecks(database, options.maxStalenessMs);
  }

  /**
   * Returns the graph in memory if it has the version that is stored now, or that was stored within the last
   * `maxStalenessMs`. Returns undefined while an import is under way, while the graph is being read, and if the graph
   * is too large.
   *
   * @param isFresh if true, only the version that is stored now is accepted
   * @throws GraphError STORE_UNAVAILABLE or TIMEOUT.
   */
  async current(isFresh = false): Promise<VersionedMemoryGraph | undefined> {
    if (this.#options.memoryGraphLimitMb === 0) return undefined;
    const state = (isFresh ? undefined : this.#checks.recent()) ?? (await this.#checks.state());
    const version = versionOf(state);
    if (state.unfinished || this.#tooLarge === version) return undefined;
    if (this.#latest?.version === version) return this.#latest;
    const updated = await this.#update();
    // the updated graph has the checked version or, if an import has just finished, a later one
    if (updated) return updated;
    const refreshed = this.#refresh(version);
    if (!this.#options.waitForMemoryGraph) return undefined;
    const read = await refreshed;
    return read?.version === version ? read : undefined;
  }

  /**
   * Returns the latest graph in memory, even if it is larger than the limit. It may be out of date: the caller must
   * compare its version with the stored one before it uses an answer.
   *
   * @throws GraphError STORE_UNAVAILABLE or TIMEOUT.
   */
  async latest(): Promise<VersionedMemoryGraph> {
    if (this.#latest && this.#latest.version !== this.#outdated) return this.#latest;
    return (await this.#update()) ?? this.#read();
  }

  /** Marks the graph with this version as out of date, so that the next request updates or replaces it. */
  discard(version: string): void {
    this.#outdated = version;
  }

  #update(): Promise<VersionedMemoryGraph | undefined> {
    const latest = this.#latest;
    if (!latest) return Promise.resolve(undefined);
    this.#updating ??= this.#updateOnce(latest).finally(() => {
      this.#updating = undefined;
    });
    return this.#updating;
  }

  /**
   * If the graph cannot be updated, it is dropped before the next one is read, so that memory never holds two graphs.
   */
  async #updateOnce(latest: VersionedMemoryGraph): Promise<VersionedMemoryGraph | undefined> {
    this.#formerPairs = undefined;
    try {
      this.#latest = await updatedMemoryGraphOf(this.#source, latest);
    } catch (thrown) {
      if (thrown instanceof GraphError) throw thrown; // the database cannot be reached; the next request tries again
      this.#options.log?.('The graph in memory could not be updated and is read again.', thrown);
      this.#latest = undefined;
    }
    if (!this.#latest) this.#formerPairs = latest.queries.duplicates.former;
    return this.#latest;
  }

  /** Reads the graph in the background if it is not too large. Concurrent calls share one read; a failure is logged. */
  #refresh(version: string): Promise<VersionedMemoryGraph | undefined> {
    this.#refreshing ??= this.#readIfSmall(version)
      .catch((thrown: unknown) => {
        this.#options.log?.('The graph could not be read into memory.', thrown);
        return undefined;
      })
      .finally(() => {
        this.#refreshing = undefined;
      });
    return this.#refreshing;
  }

  async #readIfSmall(version: string): Promise<VersionedMemoryGraph | undefined> {
    const limitMb = this.#options.memoryGraphLimitMb ?? totalmem() / 2 ** 21;
    const [size] = await this.#source.database.read<{ nodes: number; relationships: number }>(graphSize);
    const { nodes = 0, relationships = 0 } = size ?? {};
    const megabytes = Math.ceil((nodes * BYTES_PER_NODE + relationships * BYTES_PER_RELATIONSHIP) / 2 ** 20);
    if (megabytes <= limitMb) return this.#read();
    this.#tooLarge = version;
    this.#options.log?.(
      `The graph needs about ${megabytes} MB of memory, but at most ${Math.floor(limitMb)} MB are allowed. So Cypher statements answer the queries, which is slower. Raise MEMORY_GRAPH_LIMIT_MB to hold it in memory.`,
    );
    return undefined;
  }

  #read(): Promise<VersionedMemoryGraph> {
    this.#reading ??= readMemoryGraph(this.#source, this.#formerPairs)
      .then((read) => (this.#latest = read))
      .finally(() => {
        this.#reading = undefined;
      });
    return this.#reading;
  }
}
