import { accessSync, closeSync, constants, openSync, readSync, statSync, type Stats } from 'node:fs';
import { GraphError } from '../../graph/errors.ts';
import { SCHEMA_VERSION } from './schema.ts';

/** The SQLite application id of this program's data files: "CoAG". */
export const APPLICATION_ID = 0x436f4147;
const HEADER_BYTES = 100;

/** The error for a data file that this program cannot use and does not change. */
export const unusable = (path: string, reason: string): GraphError =>
  new GraphError(
    'STORE_UNAVAILABLE',
    `The data file ${path} cannot be used: ${reason}. It was left as it is.`,
  );

/** Whether SQLite reported the error. Then the data file or the disk is the cause, not a bug in this program. */
export const saidBySqlite = (error: unknown): boolean =>
  (error as { code?: unknown } | undefined)?.code === 'ERR_SQLITE_ERROR';

/** Why SQLite could not use a file, for a message. */
export const reasonOf = (error: unknown): string => {
  const { message } = error as Error;
  return /malformed|not a database/.test(message) ? `it is damaged (${message})` : message;
};

/**
 * Checks a file before SQLite opens it, because SQLite would open and change nearly any file.
 *
 * @throws GraphError STORE_UNAVAILABLE if it is not a complete data file of this program that the user may write.
 */
export const refuseUnusable = (path: string): void => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isFile()) throw unusable(path, 'it is not a regular file');
  refuseForbidden(path);
  if (found.size > 0) refuseForeign(path, found);
};

const refuseForbidden = (path: string): void => {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch {
    throw unusable(path, 'the user who runs this program may not read and write it');
  }
};

const refuseForeign = (path: string, { size }: Stats): void => {
  const header = headerOf(path);
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw unusable(path, 'it is not a database file');
  const applicationId = header.readUInt32BE(68);
  const version = header.readUInt32BE(60);
  const wasNeverWritten = applicationId === 0 && header.readUInt32BE(40) === 0;
  // A data file whose creation was interrupted has only a header; it can be created again.
  if (!wasNeverWritten && applicationId !== APPLICATION_ID) {
    throw unusable(path, 'it is the database of another program');
  }
  if (version > SCHEMA_VERSION) {
    throw unusable(
      path,
      `it was written by a newer version of this program (format ${version}; this one reads up to ${SCHEMA_VERSION})`,
    );
  }
  const whole = sizeSaid(header);
  if (size < whole && !hasJournal(path)) {
    throw unusable(path, `it is incomplete: it has ${size} of ${whole} bytes`);
  }
};

const headerOf = (path: string): Buffer => {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(file);
  }
  return header;
};

/** The size in bytes that the header states (https://www.sqlite.org/fileformat.html); 0 if the header is out of date. */
const sizeSaid = (header: Buffer): number => {
  const isCurrent = header.readUInt32BE(24) === header.readUInt32BE(92);
  const pageSize = header.readUInt16BE(16);
  return isCurrent ? header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize) : 0;
};

/** Whether there is a write-ahead log, from which SQLite completes a file that was not written completely. */
const hasJournal = (path: string): boolean =>
  (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
