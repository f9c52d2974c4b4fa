import { totalmem } from 'node:os';
import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import { buildMemoryGraph } from '../../memory/build/buildMemoryGraph.ts';
import type { SavedGraphFile } from '../../memory/build/savedGraphFile.ts';
import { MemoryQueries } from '../../memory/queries/memoryQueries.ts';
import type { Database } from '../connection/database.ts';
import { createRecordCache, type RecordCache } from '../reads/records/memoryRecords.ts';
import { readStableTopology } from './readStableTopology.ts';
import { graphSize } from './topologyStatements.ts';
import { storedState, versionOf, type StoredState } from './storedVersion.ts';

/** A graph in memory with the queries over it, its version of the stored graph, and its cached records. */
export interface VersionedMemoryGraph {
  version: string;
  queries: MemoryQueries;
  cache: RecordCache;
}

interface MemoryGraphOptions {
  /** In MB, by default half of the machine's memory. With 0 the graph is held in memory for paths and related papers only. */
  memoryGraphLimitMb?: number;
  /** How long a check of the stored version holds, in ms, by default 0. The next one then runs in the background. */
  maxStalenessMs?: number;
  /** Where the graph is saved, so that the next start reads it from there. */
  savedGraph?: SavedGraphFile<null> | undefined;
  /** Whether `current` waits for a graph that is being read. */
  waitForMemoryGraph?: boolean;
  log?: (message: string, cause?: unknown) => void;
}

/** What a node and a relationship take in memory, in bytes, measured on the ACL Anthology: ids, arrays and ranks. */
const BYTES_PER_NODE = 300;
const BYTES_PER_RELATIONSHIP = 60;

/**
 * Holds the graph in memory. It is read in the background when it is first needed, and again when the stored version
 * is found to be another one. All requests share one read.
 */
export class MemoryGraphCache {
  readonly #database: Database;
  readonly #options: MemoryGraphOptions;
  #latest: VersionedMemoryGraph | undefined;
  #reading: Promise<VersionedMemoryGraph> | undefined;
  /** The measuring of the graph and, unless it is too large, its reading. */
  #refreshing: Promise<VersionedMemoryGraph | undefined> | undefined;
  #check: Promise<StoredState> | undefined;
  #nextCheck: Promise<StoredState> | undefined;
  /** What the latest check found, and when its statement was sent, by `performance.now()`. */
  #known: { state: StoredState; since: number } | undefined;
  /** The version of the graph that is too large for memory. */
  #tooLarge: string | undefined;

  constructor(database: Database, options: MemoryGraphOptions = {}) {
    this.#database = database;
    this.#options = options;
  }

  /**
   * Returns the graph in memory if its version is the one that is stored at the time of the call, or was stored within
   * the staleness that is allowed. Undefined while an import is under way, while the graph is being read, and if it is
   * too large.
   *
   * @param isFresh whether no staleness is allowed to this call
   * @throws GraphError STORE_UNAVAILABLE or TIMEOUT.
   */
  async current(isFresh = false): Promise<VersionedMemoryGraph | undefined> {
    if (this.#options.memoryGraphLimitMb === 0) return undefined;
    const state = (isFresh ? undefined : this.#recentState()) ?? (await this.#state());
    const version = versionOf(state);
    if (state.unfinished || this.#tooLarge === version) return undefined;
    if (this.#latest?.version === version) return this.#latest;
    const refreshed = this.#refresh(version);
    if (!this.#options.waitForMemoryGraph) return undefined;
    const read = await refreshed;
    return read?.version === version ? read : undefined;
  }

  /**
   * Returns the latest graph in memory, of whatever size, which may be out of date: compare its version with the
   * stored one before an answer from it is used.
   *
   * @throws GraphError STORE_UNAVAILABLE or TIMEOUT.
   */
  async latest(): Promise<VersionedMemoryGraph> {
    return this.#latest ?? this.#read();
  }

  /** Drops a graph that was found out of date, so that the next request reads a new one. */
  discard(version: string): void {
    // Dropped before the next one is read, so that there are never two in memory.
    if (this.#latest?.version === version) this.#latest = undefined;
  }

  /** The state that the latest check found, if it is recent enough. Past half of its time the next check begins. */
  #recentState(): StoredState | undefined {
    const { maxStalenessMs = 0 } = this.#options;
    if (!this.#known || maxStalenessMs === 0) return undefined;
    const age = performance.now() - this.#known.since;
    if (age > maxStalenessMs) return undefined;
    if (age > maxStalenessMs / 2) this.#state().catch(() => undefined); // an error is ignored here: if it persists, requests report it when the time is over
    return this.#known.state;
  }

  /** The stored state, read by a statement that is sent after this call. Concurrent calls share a statement. */
  #state(): Promise<StoredState> {
    this.#nextCheck ??= (async () => {
      await this.#check?.catch(() => undefined);
      this.#check = this.#readState();
      this.#nextCheck = undefined;
      return this.#check;
    })();
    return this.#nextCheck;
  }

  async #readState(): Promise<StoredState> {
    const since = performance.now();
    const [state] = await this.#database.read<StoredState>(storedState);
    versionOf(state);
    this.#known = { state: state as StoredState, since };
    return this.#known.state;
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
    this.#latest = undefined;
    const limitMb = this.#options.memoryGraphLimitMb ?? totalmem() / 2 ** 21;
    const [size] = await this.#database.read<{ nodes: number; relationships: number }>(graphSize);
    const { nodes = 0, relationships = 0 } = size ?? {};
    const megabytes = Math.ceil((nodes * BYTES_PER_NODE + relationships * BYTES_PER_RELATIONSHIP) / 2 ** 20);
    if (megabytes <= limitMb) return this.#read();
    this.#tooLarge = version;
    this.#options.log?.(
      `The graph needs some ${megabytes} MB in memory and may take ${Math.floor(limitMb)} MB: statements answer instead, which is slower. Raise MEMORY_GRAPH_LIMIT_MB to hold it in memory.`,
    );
    return undefined;
  }

  #read(): Promise<VersionedMemoryGraph> {
    this.#reading ??= this.#readOnce().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readOnce(): Promise<VersionedMemoryGraph> {
    const saved = await this.#readSaved();
    if (saved) return (this.#latest = saved);
    const start = performance.now();
    const { version, source } = await readStableTopology(this.#database);
    const queries = new MemoryQueries(await runCooperatively(buildMemoryGraph(source)));
    this.#latest = { version, queries, cache: createRecordCache() };
    this.#options.savedGraph?.save(version, { graph: queries.graph, beside: null });
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    this.#options.log?.(`Read the graph of data version ${source.version} into memory in ${seconds} s.`);
    return this.#latest;
  }

  async #readSaved(): Promise<VersionedMemoryGraph | undefined> {
    const { savedGraph } = this.#options;
    if (!savedGraph) return undefined;
    const state = await this.#state();
    if (state.unfinished) return undefined;
    const version = versionOf(state);
    const saved = await runCooperatively(savedGraph.read(version));
    return saved && { version, queries: new MemoryQueries(saved.graph), cache: createRecordCache() };
  }
}
