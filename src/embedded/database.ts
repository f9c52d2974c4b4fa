import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { GraphError } from '../graph/errors.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';

export type Database = DatabaseSyncInstance;
export type Statement = ReturnType<Database['prepare']>;

/** "CoAG": marks a file as ours. */
const APPLICATION_ID = 0x436f4147;
const FILE_NAME = 'graph.sqlite';
const HEADER_BYTES = 100;

/**
 * The path of the store's file in a data folder, created with its tables where there is none.
 *
 * @throws GraphError STORE_UNAVAILABLE where the folder cannot be used, or the file there is damaged, another
 * program's or of a newer version; it is left as it is.
 */
export const prepareDatabase = (directory: string): string => {
  const path = join(directory, FILE_NAME);
  try {
    mkdirSync(directory, { recursive: true });
    if (existsSync(path) && statSync(path).size > 0) refuseForeign(path);
  } catch (error) {
    if (error instanceof GraphError) throw error;
    throw unusable(path, (error as Error).message, error);
  }
  const database = open(path);
  try {
    database.exec('PRAGMA journal_mode = WAL');
    if (isEmpty(database)) {
      database.exec(`BEGIN IMMEDIATE; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION};
        ${SCHEMA} COMMIT`);
    }
  } catch (error) {
    throw unusable(path, `it cannot be read as a database (${(error as Error).message})`, error);
  } finally {
    database.close();
  }
  return path;
};

/** Opens a connection with the settings all of ours have. */
export const open = (path: string): Database => {
  const database = new DatabaseSync(path, { timeout: 2_000 });
  database.exec('PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF');
  return database;
};

/**
 * Closes a connection and undoes what it has not committed. SQLite itself would keep the transaction for as long
 * as a statement waits for the garbage collector.
 */
export const close = (database: Database): void => {
  if (database.isTransaction) database.exec('ROLLBACK');
  database.close();
};

const isEmpty = (database: Database): boolean => {
  const row = database.prepare('SELECT count(*) AS tables FROM sqlite_master').get() as { tables: number };
  return row.tables === 0;
};

/** SQLite itself opens nearly anything; the header says whose file it is before anything is touched. */
const refuseForeign = (path: string): void => {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(file);
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw unusable(path, 'it is no database file');
  const applicationId = header.readUInt32BE(68);
  const version = header.readUInt32BE(60);
  // A file whose creation was cut short has a header and nothing else: it is ours to begin again.
  if (applicationId === 0 && header.readUInt32BE(40) === 0) return;
  if (applicationId !== APPLICATION_ID) throw unusable(path, 'it is the database of another program');
  if (version > SCHEMA_VERSION) {
    throw unusable(
      path,
      `it was written by a newer version of this program (format ${version}; this one reads up to ${SCHEMA_VERSION})`,
    );
  }
};

const unusable = (path: string, reason: string, cause?: unknown): GraphError =>
  new GraphError(
    'STORE_UNAVAILABLE',
    `The data file ${path} cannot be used: ${reason}. It was left as it is.`,
    { cause },
  );

/** Rows as arrays of columns, which cost half of what objects do. */
export const rowsOfColumns = (database: Database, sql: string): Iterable<unknown[]> => {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return statement.iterate() as Iterable<unknown[]>;
};
