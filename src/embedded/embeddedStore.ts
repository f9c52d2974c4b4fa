import type { ImportSession } from '../graph/importSession.ts';
import type { GraphReads, GraphStore, Readiness } from '../graph/store.ts';
import { COLLABORATION_CAP } from '../graph/collaborationCap.ts';
import { reasonOf, saidBySqlite, unusable } from './file/dataFile.ts';
import { open, prepareDatabase, type Database } from './file/database.ts';
import { EmbeddedImportSession } from './import/importSession.ts';
import { Snapshot } from './reads/snapshot.ts';
import { EmbeddedReads, unreadable } from './reads/embeddedReads.ts';

export interface EmbeddedStoreOptions {
  /** The folder of the data file; created where there is none. */
  directory: string;
  /** The most authors of a paper that makes collaborators. */
  collaborationCap?: number;
  /** Told what an operator should know. */
  log?: (message: string) => void;
}

/** How soon a change by another process is noticed, in ms. */
const WATCH_INTERVAL = 500;

/** The store that needs nothing installed: one SQLite file for what is said, the graph arrays for how it hangs together. */
class EmbeddedStore extends EmbeddedReads implements GraphStore {
  readonly #path: string;
  readonly #cap: number;
  readonly #log: (message: string) => void;
  /** Sees commits of others, which the snapshot's own connection must not. */
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
    await this.entities([]); // fails where the file cannot be read
    return { ready: true, importUnfinished: false };
  }

  beginImport(): Promise<ImportSession> {
    return Promise.resolve().then(
      () =>
        new EmbeddedImportSession(this.#path, async () => {
          await this.#refreshing; // may be of a state before
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

  /** The current state, which is loaded when it is first asked for. */
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

  /** Sees to it that what is read is of the file as it is now, or as it was when this was asked last. */
  #refreshed(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  /**
   * Swaps the snapshot for one of the file as it is now; between two reads, so none sees a mixture. The one before
   * is read meanwhile. Where it fails it is tried again when the file is looked at next.
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
 * Opens the embedded store of a data folder, creating it where there is none.
 *
 * @throws GraphError STORE_UNAVAILABLE where the folder or the file in it cannot be used.
 */
export const openEmbeddedStore = (options: EmbeddedStoreOptions): Promise<GraphStore> =>
  Promise.resolve().then(() => new EmbeddedStore(prepareDatabase(options.directory), options));
