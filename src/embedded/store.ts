import type { ImportSession } from '../graph/importSession.ts';
import type { GraphReads, GraphStore, Readiness } from '../graph/store.ts';
import { COLLABORATION_CAP } from '../graph/teams.ts';
import { reasonOf, saidBySqlite, unusable } from './dataFile.ts';
import { open, prepareDatabase, type Database } from './database.ts';
import { EmbeddedImportSession } from './importSession.ts';
import { Snapshot } from './snapshot.ts';
import { StoredReads, unreadable } from './storedReads.ts';

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

/** The store that needs nothing installed: one SQLite file for what is said, a projection for how it hangs together. */
class EmbeddedStore extends StoredReads implements GraphStore {
  readonly #path: string;
  readonly #cap: number;
  readonly #log: (message: string) => void;
  /** Sees commits of others, which the snapshot's own connection must not. */
  readonly #watcher: Database;
  readonly #timer: NodeJS.Timeout;
  #seenVersion: number;
  #snapshot: Snapshot | undefined;

  constructor(path: string, options: EmbeddedStoreOptions) {
    super(() => this.#current());
    this.#path = path;
    this.#cap = options.collaborationCap ?? COLLABORATION_CAP;
    this.#log = options.log ?? (() => undefined);
    this.#watcher = open(path);
    this.#seenVersion = this.#fileVersion();
    this.#timer = setInterval(() => this.#refreshIfChanged(), WATCH_INTERVAL).unref();
  }

  during(signal: AbortSignal): GraphReads {
    return new StoredReads(() => this.#current(), signal);
  }

  async readiness(): Promise<Readiness> {
    await this.entities([]); // fails where the file cannot be read
    return { ready: true, importUnfinished: false };
  }

  beginImport(): Promise<ImportSession> {
    return Promise.resolve().then(
      () =>
        new EmbeddedImportSession(this.#path, () => {
          this.#refreshIfChanged();
        }),
    );
  }

  close(): Promise<void> {
    clearInterval(this.#timer);
    this.#snapshot?.retire();
    this.#snapshot = undefined;
    this.#watcher.close();
    return Promise.resolve();
  }

  /** The current state, which is loaded when it is first asked for. */
  #current(): Snapshot {
    try {
      return (this.#snapshot ??= new Snapshot(this.#path, this.#cap));
    } catch (thrown) {
      if (!saidBySqlite(thrown)) throw thrown;
      throw unreadable(unusable(this.#path, reasonOf(thrown)));
    }
  }

  #fileVersion(): number {
    return (this.#watcher.prepare('PRAGMA data_version').get() as { data_version: number }).data_version;
  }

  /** Swaps the snapshot for one of the file as it is now; between two reads, so none sees a mixture. */
  #refreshIfChanged(): void {
    try {
      const version = this.#fileVersion();
      if (version === this.#seenVersion) return;
      this.#seenVersion = version;
      if (!this.#snapshot) return;
      const before = this.#snapshot;
      this.#snapshot = new Snapshot(this.#path, this.#cap);
      before.retire();
      this.#watcher.exec('PRAGMA wal_checkpoint(PASSIVE)');
      this.#log('the stored graph changed and was loaded again');
    } catch (error) {
      this.#log(`the stored graph changed and could not be loaded again: ${(error as Error).message}`);
    }
  }
}

/**
 * Opens the embedded store of a data folder, creating it where there is none.
 *
 * @throws GraphError STORE_UNAVAILABLE where the folder or the file in it cannot be used.
 */
export const openEmbeddedStore = (options: EmbeddedStoreOptions): Promise<GraphStore> =>
  Promise.resolve().then(() => new EmbeddedStore(prepareDatabase(options.directory), options));
