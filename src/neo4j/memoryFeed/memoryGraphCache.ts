import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import { buildMemoryGraph } from '../../memory/build/buildMemoryGraph.ts';
import type { MemoryGraph } from '../../memory/memoryGraph.ts';
import { Collaborations } from '../../memory/queries/collaborations.ts';
import { PathFinder } from '../../memory/queries/pathFinder.ts';
import type { Database } from '../connection/database.ts';
import { readStableTopology } from './readStableTopology.ts';

/** A memory graph, the path search over it, and the version of the stored graph it was read from. */
export interface VersionedMemoryGraph {
  version: string;
  graph: MemoryGraph;
  paths: PathFinder;
}

/**
 * Holds the memory graph of the stored topology. It is read when it is first needed, and again after somebody found
 * it out of date. All requests that need it during a read share that read.
 */
export class MemoryGraphCache {
  readonly #database: Database;
  readonly #log: (message: string) => void;
  #latest: VersionedMemoryGraph | undefined;
  #reading: Promise<VersionedMemoryGraph> | undefined;

  constructor(database: Database, log: (message: string) => void = () => undefined) {
    this.#database = database;
    this.#log = log;
  }

  /**
   * Returns the latest memory graph, which may be out of date: compare its version with the stored one before an
   * answer from it is used.
   *
   * @throws GraphError STORE_UNAVAILABLE or TIMEOUT.
   */
  async latest(): Promise<VersionedMemoryGraph> {
    return this.#latest ?? this.#read();
  }

  /** Drops a memory graph that was found out of date, so that the next request reads a new one. */
  discard(graph: MemoryGraph): void {
    // Dropped before the next one is read, so that there are never two in memory.
    if (this.#latest?.graph === graph) this.#latest = undefined;
  }

  #read(): Promise<VersionedMemoryGraph> {
    this.#reading ??= this.#readOnce().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readOnce(): Promise<VersionedMemoryGraph> {
    const start = performance.now();
    const { version, source } = await readStableTopology(this.#database);
    const graph = await runCooperatively(buildMemoryGraph(source));
    const paths = new PathFinder(graph, new Collaborations(graph));
    this.#latest = { version, graph, paths };
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    this.#log(`Read the graph of data version ${graph.version} into memory in ${seconds} s.`);
    return this.#latest;
  }
}
