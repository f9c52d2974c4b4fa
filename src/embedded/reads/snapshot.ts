import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import type { SavedGraphFile } from '../../memory/build/savedGraphFile.ts';
import type { GraphView } from '../../memory/reads/graphView.ts';
import { MemoryQueries, type MemoryQueriesOptions } from '../../memory/memoryQueries.ts';
import { close, open, type Database } from '../file/database.ts';
import { readState } from '../file/changes.ts';
import { EmbeddedContents } from './embeddedContents.ts';
import { loadGraph, type FileRowIds, type LoadedGraph } from './loadGraph.ts';
import { EmbeddedRecords, type EntityCache } from './embeddedRecords.ts';
import { TextSearch } from './textSearch.ts';
import { updatedGraph } from './updatedGraph.ts';

/** What is needed to load a snapshot. */
export interface SnapshotSource {
  /** The SQLite file. */
  path: string;
  /** The collaboration cap: the authors of a paper with more authors than this do not become collaborators. */
  cap: number;
  /** The file in which the graph in memory is saved, together with the numbers of its nodes in the SQLite file. */
  savedGraph: SavedGraphFile<FileRowIds>;
  queries: MemoryQueriesOptions;
}

/**
 * One state of the stored graph: a connection whose read transaction keeps seeing that state, and the graph in memory
 * that was loaded from it. So records and relations always fit together, even while other processes write.
 */
export class Snapshot implements GraphView {
  readonly queries: MemoryQueries;
  readonly records: EmbeddedRecords;
  readonly search: TextSearch;
  readonly contents: EmbeddedContents;
  readonly #database: Database;
  readonly #loaded: LoadedGraph;
  #users = 0;
  #isRetired = false;

  private constructor(database: Database, queries: MemoryQueries, rowIds: FileRowIds, cache?: EntityCache) {
    const loaded = { graph: queries.graph, rowIds };
    this.#database = database;
    this.#loaded = loaded;
    this.records = new EmbeddedRecords(database, loaded, cache);
    this.queries = queries;
    this.search = new TextSearch(database, loaded, this.records);
    this.contents = new EmbeddedContents(database, loaded);
  }

  /**
   * Loads the current state of a file, with pauses in which requests are served. After BEGIN, the connection no longer
   * sees what others write.
   *
   * @param previous an earlier state; its graph is updated if little has changed
   */
  static async load(source: SnapshotSource, previous?: Snapshot): Promise<Snapshot> {
    const database = open(source.path);
    try {
      database.exec('BEGIN');
      const updated = previous && (await updatedGraph(database, previous.#loaded));
      const { graph, rowIds } = updated?.loaded ?? (await loadState(database, source));
      const queries = await MemoryQueries.of(graph, source.queries);
      if (!updated) {
        const next = new Snapshot(database, queries, rowIds);
        const former = previous?.queries.duplicates.former;
        if (former) await next.queries.duplicates.carry(former);
        return next;
      }
      source.savedGraph.saveUpdated({ graph: queries.graph, beside: rowIds });
      const next = new Snapshot(database, queries, rowIds, previous.records.cache.successor(updated.changed));
      await next.queries.duplicates.follow(previous.queries.duplicates, updated.step, next.records);
      return next;
    } catch (error) {
      close(database);
      throw error;
    }
  }

  /**
   * Calls `work` with the snapshot. The connection stays open until `work` is done, even if the snapshot is retired.
   */
  async use<Result>(work: (snapshot: this) => Promise<Result>): Promise<Result> {
    this.#users += 1;
    try {
      return await work(this);
    } finally {
      this.#users -= 1;
      this.#closeIfIdle();
    }
  }

  /** Closes the connection when no call of `use` is running any more. */
  retire(): void {
    this.#isRetired = true;
    this.#closeIfIdle();
  }

  #closeIfIdle(): void {
    if (this.#isRetired && this.#users === 0) close(this.#database);
  }
}

/**
 * Loads the saved graph. If there is none, builds the graph from the data file, which takes about 1.5 s for 75,000
 * papers, and saves it.
 */
const loadState = async (database: Database, { cap, savedGraph }: SnapshotSource): Promise<LoadedGraph> => {
  const saved = await savedGraph.load({ ...readState(database), cap }, async ({ graph, beside }) => {
    const updated = await updatedGraph(database, { graph, rowIds: beside });
    return updated && { graph: updated.loaded.graph, beside: updated.loaded.rowIds };
  });
  if (saved) return { graph: saved.graph, rowIds: saved.beside };
  const loaded = await runCooperatively(loadGraph(database, cap));
  savedGraph.save({ graph: loaded.graph, beside: loaded.rowIds });
  return loaded;
};
