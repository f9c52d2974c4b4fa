import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { GraphError } from '../../graph/errors.ts';
import { APPLICATION_ID, reasonOf, refuseUnusable, unusable } from './dataFile.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';

export type Database = DatabaseSyncInstance;
export type Statement = ReturnType<Database['prepare']>;

const FILE_NAME = 'graph.sqlite';

/**
 * The path of the store's file in a data folder, created with its tables where there is none.
 *
 * @throws GraphError STORE_UNAVAILABLE where the folder cannot be used, or the file there is damaged, another
 * program's or of a newer version; it is left as it is.
 */
export const prepareDatabase = (directory: string): string => {
  const path = join(directory, FILE_NAME);
  makeFolder(directory);
  refuseUnusable(path);
  let database: Database | undefined;
  try {
    database = open(path);
    database.exec('PRAGMA journal_mode = WAL');
    createTables(database, path);
  } catch (error) {
    if (error instanceof GraphError) throw error;
    throw unusable(path, reasonOf(error));
  } finally {
    if (database) close(database);
  }
  return path;
};

const makeFolder = (directory: string): void => {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    const { message } = error as Error;
    throw new GraphError(
      'STORE_UNAVAILABLE',
      `The data folder ${directory} cannot be made (${message}). Set DATA_DIR to one that can.`,
    );
  }
};

/** Two programs may begin at once on a new folder: one makes the tables, and the other waits for them. */
const createTables = (database: Database, path: string): void => {
  if (!isEmpty(database)) {
    const { application_id: id } = database.prepare('PRAGMA application_id').get() as {
      application_id: number;
    };
    if (id !== APPLICATION_ID) throw unusable(path, 'it is the database of another program');
    return;
  }
  database.exec('BEGIN IMMEDIATE');
  if (isEmpty(database)) {
    database.exec(
      `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}; ${SCHEMA}`,
    );
  }
  database.exec('COMMIT');
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
  try {
    if (database.isTransaction) database.exec('ROLLBACK');
  } finally {
    database.close();
  }
};

const isEmpty = (database: Database): boolean => {
  const row = database.prepare('SELECT count(*) AS tables FROM sqlite_master').get() as { tables: number };
  return row.tables === 0;
};

/** Statements that rows are being read from: their iterators do not keep them from the garbage collector. */
const reading = new WeakMap<Database, Statement[]>();

/** Rows as arrays of columns, which cost half of what objects do. They may be read for as long as the connection is open. */
export const rowsOfColumns = (database: Database, sql: string): Iterable<unknown[]> => {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  reading.set(database, [...(reading.get(database) ?? []), statement]);
  return statement.iterate() as Iterable<unknown[]>;
};
