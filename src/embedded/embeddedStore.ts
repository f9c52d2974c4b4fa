import type { ImportSession } from '../graph/importSession.ts';
import type { GraphReads, GraphStore, Readiness } from '../graph/store.ts';
import { COLLABORATION_CAP } from '../graph/collaborationCap.ts';
import { reasonOf, saidBySqlite, unusable } from './file/dataFile.ts';
import { open, prepareDatabase, type Database } from './file/database.ts';
import { EmbeddedImportSession } from './import/importSession.ts';
import { Snapshot } from './reads/snapshot.ts';
import { EmbeddedReads, unreadable } from './reads/embeddedReads.ts';

export interface EmbeddedStoreOptions {
  /** The folder of the data file; it is created if it does not exist. */
  directory: string;
  /** The most authors of a paper that makes collaborators. */
  collaborationCap?: number;
  /** Receives messages for the operator. */
  log?: (message: string) => void;
}

/** How often the store checks for changes by other processes, in ms. */
const WATCH_INTERVAL = 500;

/** The store that needs nothing installed: records in an SQLite file, relations in the graph in memory. */
class EmbeddedStore extends EmbeddedReads implements GraphStore {
  readonly #path: string;
  readonly #cap: number;
  readonly #log: (message: string) => void;
  /** Sees the commits of other connections, which the read transaction of the snapshot hides. */
  readonly #watcher: Database;
  readonly #timer: NodeJS.Timeout;
  #seenVersion: number;
  #snapshot: Snapshot | undefined;
  #refreshing: Promise<void> | undefined;
  #isClosed = false;
  #trouble = '';

  constructor(path: string, options: EmbeddedStoreOptions) {
    super(() => this.#current());
    this.#path = path;
    this.#cap = options.collaborationCap ?? COLLABORATION_CAP;
    this.#log = options.log ?? (() => undefined);
    this.#watcher = open(path);
    this.#seenVersion = this.#fileVersion();
    this.#timer = setInterval(() => void this.#refreshed(), WATCH_INTERVAL).unref();
  }

  during(signal: AbortSignal): GraphReads {
    return new EmbeddedReads(() => this.#current(), signal);
  }

  async readiness(): Promise<Readiness> {
    await this.entities([]); // throws if the file cannot be read
    return { ready: true, importUnfinished: false };
  }

  beginImport(): Promise<ImportSession> {
    return Promise.resolve().then(
      () =>
        new EmbeddedImportSession(this.#path, async () => {
          await this.#refreshing; // it may have started before the import finished
          await this.#refreshed();
        }),
    );
  }

  close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#snapshot?.retire();
    this.#snapshot = undefined;
    this.#watcher.close();
    return Promise.resolve();
  }

  /** The current snapshot, loaded at the first call. */
  #current(): Snapshot {
    try {
      return (this.#snapshot ??= Snapshot.load(this.#path, this.#cap));
    } catch (thrown) {
      if (!saidBySqlite(thrown)) throw thrown;
      throw unreadable(unusable(this.#path, reasonOf(thrown)));
    }
  }

  #fileVersion(): number {
    return (this.#watcher.prepare('PRAGMA data_version').get() as { data_version: number }).data_version;
  }

  /** Loads the snapshot again if the file has changed. Concurrent calls share one load. */
  #refreshed(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  /**
   * Replaces the snapshot if the file has changed. Reads use the old snapshot until the new one is complete, so no read
   * sees a mixture. After a failure the next check tries again.
   */
  async #refresh(): Promise<void> {
    try {
      const version = this.#fileVersion();
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
    const next = await Snapshot.loadCooperatively(this.#path, this.#cap);
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
export const openEmbeddedStore = (options: EmbeddedStoreOptions): Promise<GraphStore> =>
  Promise.resolve().then(() => new EmbeddedStore(prepareDatabase(options.directory), options));
