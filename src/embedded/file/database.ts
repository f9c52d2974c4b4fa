import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { GraphError } from '../../graph/errors.ts';
import { APPLICATION_ID, reasonOf, refuseUnusable, unusable } from './dataFile.ts';
import {
  CHANGE_TABLE,
  CLAIM_INDEX,
  CLAIM_INDEXES,
  HIDDEN_TABLE,
  KEPT_TABLE,
  SCHEMA,
  SCHEMA_VERSION,
} from './schema.ts';

export type Database = DatabaseSyncInstance;
export type Statement = ReturnType<Database['prepare']>;

const FILE_NAME = 'graph.sqlite';

/**
 * The path of the data file in a folder. Creates the file with its tables if it does not exist.
 *
 * @throws GraphError STORE_UNAVAILABLE if the folder cannot be used, or if the file is damaged, belongs to another
 * program or was written by a newer version. The file is not changed then.
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
      `The data folder ${directory} cannot be created (${message}). Set DATA_DIR to another folder.`,
    );
  }
};

/**
 * If two processes open a new folder at the same time, one of them creates the tables, and the other one waits for it.
 */
const createTables = (database: Database, path: string): void => {
  if (!isEmpty(database)) {
    const { application_id: id } = database.prepare('PRAGMA application_id').get() as {
      application_id: number;
    };
    if (id !== APPLICATION_ID) throw unusable(path, 'it is the database of another program');
    if (!has(database, 'kept')) database.exec(KEPT_TABLE);
    if (!has(database, 'change')) database.exec(CHANGE_TABLE);
    if (!has(database, CLAIM_INDEX)) database.exec(CLAIM_INDEXES);
    if (!has(database, 'hidden')) database.exec(`${HIDDEN_TABLE} PRAGMA user_version = ${SCHEMA_VERSION};`);
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

/** Opens a connection with the settings that all connections of this program have. */
export const open = (path: string): Database => {
  const database = new DatabaseSync(path, { timeout: 2_000 });
  database.exec('PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF');
  return database;
};

/**
 * Rolls back an open transaction and closes the connection. Without the rollback, SQLite keeps the transaction until
 * the garbage collector has removed the last statement.
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

/** Whether the data file has a table or an index with the name. */
const has = (database: Database, name: string): boolean =>
  database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(name) !== undefined;

/**
 * Statements whose rows are still being read. They are kept here because an iterator does not keep its statement from
 * being garbage-collected.
 */
const reading = new WeakMap<Database, Statement[]>();

/** Reads rows as arrays, which takes half as long as objects. The rows can be read until the connection is closed. */
export const rowsOfColumns = (database: Database, sql: string): Iterable<unknown[]> => {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  reading.set(database, [...(reading.get(database) ?? []), statement]);
  return statement.iterate() as Iterable<unknown[]>;
};
