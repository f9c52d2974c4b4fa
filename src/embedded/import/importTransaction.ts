import { GraphError, ImportUnderWay } from '../../graph/errors.ts';
import { close, open, type Database } from '../file/database.ts';

/**
 * The size of SQLite's cache, in kB, and the number of batches in a transaction after which the large size is used.
 * With so many new rows, nearly every row would read and write index pages that the small cache does not hold.
 */
const CACHE = { small: 65_536, large: 262_144, largeFromBatches: 50 };

/** When the write-ahead log has this many pages of 4 kB, committed changes are moved from it into the data file. */
const LOGGED_PAGES = 8_000;

/** The transaction of an import, on its own connection. */
export class ImportTransaction {
  readonly database: Database;
  #batches = 0;

  /** @throws ImportUnderWay if another import is running; GraphError STORE_UNAVAILABLE if the import cannot begin. */
  constructor(path: string) {
    this.database = open(path);
    try {
      this.database.exec(`PRAGMA cache_size = -${CACHE.small}; PRAGMA wal_autocheckpoint = ${LOGGED_PAGES};
        PRAGMA busy_timeout = 0; BEGIN IMMEDIATE`);
    } catch (cause) {
      close(this.database);
      throw notBegun(cause);
    }
  }

  noteBatch(): void {
    this.#batches += 1;
    if (this.#batches === CACHE.largeFromBatches) this.database.exec(`PRAGMA cache_size = -${CACHE.large}`);
  }

  /**
   * Commits and begins the next transaction. If another import begins between the two, this import ends with an error.
   */
  renew(): void {
    this.commit();
    this.#batches = 0;
    try {
      this.database.exec('BEGIN IMMEDIATE');
    } catch (cause) {
      throw notBegun(cause);
    }
  }

  commit(): void {
    this.database.exec('COMMIT');
  }

  /** Rolls back what is not committed, and closes the connection. */
  close(): void {
    close(this.database);
  }

  /** Moves committed changes from the write-ahead log into the data file, so that a copy of this file is complete. */
  moveIntoFile(): void {
    try {
      this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // the changes are safe in the log, and SQLite moves them later
    }
  }
}

export const notBegun = (cause: unknown): GraphError => {
  const { message } = cause as Error;
  return message.includes('locked')
    ? new ImportUnderWay('Another import into this data folder is running.', { cause })
    : new GraphError('STORE_UNAVAILABLE', `The import could not begin: ${message}.`, { cause });
};
