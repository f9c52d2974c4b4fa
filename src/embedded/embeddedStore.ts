import { dirname, join } from 'node:path';
import { addCorrections, correct, undoCorrection } from '../graph/corrections/correct.ts';
import { CorrectedSession } from '../graph/corrections/correctedSession.ts';
import type { Correction, CorrectionDraft, CorrectionOutcome } from '../graph/identity/corrections.ts';
import { GraphError } from '../graph/errors.ts';
import type { ImportSession } from '../graph/importSession.ts';
import type { GraphReads, GraphStore } from '../graph/store.ts';
import type { Readiness } from '../graph/readiness.ts';
import { COLLABORATION_CAP } from '../graph/collaborationCap.ts';
import { reasonOf, saidBySqlite, unusable } from './file/dataFile.ts';
import { open, prepareDatabase, type Database, type Statement } from './file/database.ts';
import { EmbeddedImportSession } from './import/importSession.ts';
import { SavedGraphFile } from '../memory/build/savedGraphFile.ts';
import { SavedDuplicates } from '../memory/queries/duplicates/savedDuplicates.ts';
import type { StoreContents } from '../memory/storeContents.ts';
import { saveGraph } from './reads/saveGraph.ts';
import { Snapshot, type SnapshotSource } from './reads/snapshot.ts';
import { EmbeddedReads, unreadable, type ReadSource } from './reads/embeddedReads.ts';

export interface EmbeddedStoreOptions {
  /** The folder of the data file; it is created if it does not exist. */
  directory: string;
  /** The collaboration cap: the authors of a paper with more authors than this do not become collaborators. */
  collaborationCap?: number;
  /** Only a graph with at least this many nodes is saved to a file, by default 20,000. */
  savedFromNodes?: number;
  /**
   * In a graph with at least this many nodes, by default 200,000, long computations run in a worker thread. The option
   * exists for tests.
   */
  workerFromNodes?: number;
  /** Receives messages for the operator. A message with a cause reports a problem; one without is only information. */
  log?: (message: string, cause?: unknown) => void;
}

/** The names of the files in which the graph in memory and its duplicate candidates are saved, beside the data file. */
const SAVED_GRAPH = 'graph.memory';
const SAVED_DUPLICATES = 'graph.duplicates';

/** The interval in ms at which the store checks whether other processes have changed the data file. */
const WATCH_INTERVAL = 25;

/**
 * The pause after each load of the data file, as a multiple of the duration of that load. Without a pause, the store
 * would load all the time while another process imports for hours.
 */
const LOAD_PAUSE = 5;

/** The store that needs no database server: records are in an SQLite file, relations in a graph in memory. */
export class EmbeddedStore extends EmbeddedReads implements GraphStore {
  readonly #source: SnapshotSource;
  readonly #savedDuplicates: SavedDuplicates;
  readonly #reading: ReadSource;
  readonly #log: (message: string) => void;
  /**
   * A connection that sees the changes that other connections commit. The connection of the snapshot does not see them,
   * because it keeps one read transaction open.
   */
  readonly #watcher: Database;
  #versionRead: Statement | undefined;
  readonly #timer: NodeJS.Timeout;
  #seenVersion: string;
  #snapshot: Snapshot | undefined;
  #loading: Promise<void> | undefined;
  #refreshing: Promise<void> | undefined;
  /** The earliest time at which `#timer` may load the graph again, in ms since the process started. */
  #nextLoad = 0;
  #isClosed = false;
  #trouble = '';

  constructor(path: string, options: EmbeddedStoreOptions) {
    const reading: ReadSource = {
      use: async (work) => {
        while (!this.#snapshot) await this.#loadFirst();
        return this.#snapshot.use(work);
      },
      latest: () => this.#watcher,
    };
    super(reading);
    this.#reading = reading;
    this.#log = options.log ?? (() => undefined);
    const saved = { log: this.#log, leastNodes: options.savedFromNodes };
    this.#savedDuplicates = new SavedDuplicates(join(dirname(path), SAVED_DUPLICATES), saved);
    this.#source = {
      path,
      cap: options.collaborationCap ?? COLLABORATION_CAP,
      savedGraph: new SavedGraphFile(join(dirname(path), SAVED_GRAPH), saved),
      queries: {
        leastNodes: options.workerFromNodes,
        log: options.log,
        savedDuplicates: this.#savedDuplicates,
      },
    };
    this.#watcher = open(path);
    try {
      this.#seenVersion = this.#dataVersion();
    } catch (thrown) {
      this.#watcher.close();
      throw saidBySqlite(thrown) ? unusable(path, reasonOf(thrown)) : thrown;
    }
    this.#timer = setInterval(() => {
      if (performance.now() >= this.#nextLoad) void this.#refreshed();
    }, WATCH_INTERVAL).unref();
  }

  during(signal: AbortSignal): GraphReads {
    return new EmbeddedReads(this.#reading, signal);
  }

  async readiness(): Promise<Readiness> {
    await this.entities([]); // throws if the data file cannot be read
    return { ready: true, importUnfinished: false };
  }

  /** Does nothing, because this store needs no warm-up: SQLite plans a statement in less than a millisecond. */
  async warmUpChanges(): Promise<void> {}

  /** Calls a function with one consistent state of everything that is stored. */
  copy<Result>(work: (contents: StoreContents) => Promise<Result>): Promise<Result> {
    return this.#reading.use(({ contents }) => work(contents));
  }

  async beginImport(): Promise<ImportSession> {
    return CorrectedSession.begin(this.#begin());
  }

  correct(draft: CorrectionDraft): Promise<CorrectionOutcome> {
    return correct(async () => this.#begin(), draft);
  }

  undoCorrection(id: string, by: string): Promise<CorrectionOutcome> {
    return undoCorrection(async () => this.#begin(), id, by);
  }

  addCorrections(corrections: readonly Correction[]): Promise<number> {
    return addCorrections(async () => this.#begin(), corrections);
  }

  #begin(): EmbeddedImportSession {
    return new EmbeddedImportSession(this.#source.path, (isLarge) => this.#onImported(isLarge));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#snapshot?.retire();
    this.#snapshot = undefined;
    this.#watcher.close();
    await Promise.all([this.#source.savedGraph.close(), this.#savedDuplicates.close()]);
  }

  /**
   * Makes the result of an import of this store visible. After a large import the graph is computed and saved even if
   * nothing has been read yet, so that the next start does not have to compute it.
   */
  async #onImported(isLarge: boolean): Promise<void> {
    // waits for a running load, which may have started before the import finished and would not show its result
    await this.#refreshing;
    // an error is ignored here, because the read that started this load reports it
    await this.#loading?.catch(() => undefined);
    await this.#refreshed();
    if (!isLarge || this.#isClosed) return;
    if (!this.#snapshot) await saveGraph(this.#source);
    await this.#source.savedGraph.saved();
  }

  /** Loads the first snapshot. Concurrent calls share one load. */
  #loadFirst(): Promise<void> {
    this.#loading ??= this.#load().finally(() => (this.#loading = undefined));
    return this.#loading;
  }

  async #load(): Promise<void> {
    try {
      const version = this.#dataVersion();
      const loaded = await Snapshot.load(this.#source);
      if (this.#isClosed) {
        loaded.retire();
        throw new GraphError(
          'STORE_UNAVAILABLE',
          'The embedded store was closed while it was loading the graph.',
        );
      }
      this.#seenVersion = version;
      this.#snapshot = loaded;
    } catch (thrown) {
      if (!saidBySqlite(thrown)) throw thrown;
      throw unreadable(unusable(this.#source.path, reasonOf(thrown)));
    }
  }

  /**
   * The version of the graph in the data file. It changes with every import, but not if only stored documents change,
   * such as the progress of live sources.
   */
  #dataVersion(): string {
    this.#versionRead ??= this.#watcher.prepare(
      `SELECT value FROM meta WHERE name IN ('dataVersion', 'asOf') ORDER BY name`,
    );
    const rows = this.#versionRead.all() as { value: string | number }[];
    return rows.map(({ value }) => value).join(' ');
  }

  /** Loads the snapshot again if the data file has changed. Concurrent calls share one load. */
  #refreshed(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  /**
   * Replaces the snapshot if the data file has changed. Reads use the old snapshot until the new one is complete. After
   * a failure the next check tries again.
   */
  async #refresh(): Promise<void> {
    try {
      const version = this.#dataVersion();
      if (version === this.#seenVersion) return;
      if (this.#snapshot) await this.#swap();
      this.#seenVersion = version;
      this.#trouble = '';
    } catch (error) {
      const { message } = error as Error;
      if (this.#isClosed || message === this.#trouble) return;
      this.#trouble = message;
      this.#log(`the stored graph changed and could not be loaded again: ${message}`);
    }
  }

  async #swap(): Promise<void> {
    const start = performance.now();
    const next = await Snapshot.load(this.#source, this.#snapshot);
    this.#nextLoad = performance.now() + LOAD_PAUSE * (performance.now() - start);
    if (this.#isClosed) {
      next.retire();
      return;
    }
    this.#snapshot?.retire();
    this.#snapshot = next;
    this.#watcher.exec('PRAGMA wal_checkpoint(PASSIVE)');
    this.#log('the stored graph changed and was loaded again');
  }
}

/**
 * Opens the embedded store in a data folder, which is created if it does not exist.
 *
 * @throws GraphError STORE_UNAVAILABLE if the folder or its data file cannot be used.
 */
export const openEmbeddedStore = (options: EmbeddedStoreOptions): Promise<EmbeddedStore> =>
  Promise.resolve().then(() => new EmbeddedStore(prepareDatabase(options.directory), options));
