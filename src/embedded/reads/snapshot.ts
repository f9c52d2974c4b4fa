import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import { runToEnd, type Steps } from '../../memory/algorithms/steps.ts';
import type { SavedGraphFile } from '../../memory/build/savedGraphFile.ts';
import type { GraphState } from '../../memory/records.ts';
import { MemoryQueries } from '../../memory/queries/memoryQueries.ts';
import { close, open, type Database } from '../file/database.ts';
import { loadGraph, metaValue, type FileKeys, type LoadedGraph } from './loadGraph.ts';
import { Records } from './records.ts';
import { TextSearch } from './textSearch.ts';

/** Where snapshots are loaded from. */
export interface SnapshotSource {
  /** The SQLite file. */
  path: string;
  /** The most authors of a paper that makes collaborators. */
  cap: number;
  /** Where the graph in memory is saved, with the numbers of its nodes in the SQLite file. */
  savedGraph: SavedGraphFile<FileKeys>;
}

/**
 * One state of the stored graph: a connection whose read transaction keeps that state, and the graph in memory that
 * was loaded from it. Records and relations therefore always belong together, whatever other processes write.
 */
export class Snapshot implements GraphState {
  readonly queries: MemoryQueries;
  readonly records: Records;
  readonly search: TextSearch;
  readonly #database: Database;
  #users = 0;
  #isRetired = false;

  private constructor(database: Database, loaded: LoadedGraph) {
    this.#database = database;
    this.records = new Records(database, loaded);
    this.queries = new MemoryQueries(loaded.graph);
    this.search = new TextSearch(database, loaded, this.records);
  }

  /** Loads the current state of a file without a pause. */
  static load(source: SnapshotSource): Snapshot {
    const database = open(source.path);
    try {
      return new Snapshot(database, runToEnd(loadState(database, source)));
    } catch (error) {
      close(database);
      throw error;
    }
  }

  /** Loads the current state of a file with pauses in which requests are served. */
  static async loadCooperatively(source: SnapshotSource): Promise<Snapshot> {
    const database = open(source.path);
    try {
      return new Snapshot(database, await runCooperatively(loadState(database, source)));
    } catch (error) {
      close(database);
      throw error;
    }
  }

  /** Does work that takes several slices; the snapshot stays open until it is done. */
  async use<Result>(work: (snapshot: this) => Promise<Result>): Promise<Result> {
    this.#users += 1;
    try {
      return await work(this);
    } finally {
      this.#users -= 1;
      this.#closeIfIdle();
    }
  }

  /** Closes as soon as nobody uses it. */
  retire(): void {
    this.#isRetired = true;
    this.#closeIfIdle();
  }

  #closeIfIdle(): void {
    if (this.#isRetired && this.#users === 0) close(this.#database);
  }
}

/**
 * Loads one state: from the BEGIN on the connection does not see what others write. The graph is read from where it
 * was saved; else it is computed, some 1.5 s for 75,000 papers, and saved.
 */
const loadState = function* (database: Database, { cap, savedGraph }: SnapshotSource): Steps<LoadedGraph> {
  database.exec('BEGIN');
  const [version, asOf] = ['dataVersion', 'asOf'].map((name) => String(metaValue(database, name)));
  const key = `${version} of ${asOf}, cap ${cap}`;
  const saved = yield* savedGraph.read(key);
  if (saved) return { graph: saved.graph, keys: saved.beside };
  const loaded = yield* loadGraph(database, cap);
  savedGraph.save(key, { graph: loaded.graph, beside: loaded.keys });
  return loaded;
};
