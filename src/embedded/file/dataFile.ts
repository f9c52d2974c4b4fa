import { accessSync, closeSync, constants, openSync, readSync, statSync, type Stats } from 'node:fs';
import { GraphError } from '../../graph/errors.ts';
import { SCHEMA_VERSION } from './schema.ts';

/** "CoAG": marks a file as ours. */
export const APPLICATION_ID = 0x436f4147;
const HEADER_BYTES = 100;

/** A data file that is of no use to us, which is left as it is. */
export const unusable = (path: string, reason: string): GraphError =>
  new GraphError(
    'STORE_UNAVAILABLE',
    `The data file ${path} cannot be used: ${reason}. It was left as it is.`,
  );

/** Whether SQLite says so, of the file or the disk, rather than a fault in this program. */
export const saidBySqlite = (error: unknown): boolean =>
  (error as { code?: unknown } | undefined)?.code === 'ERR_SQLITE_ERROR';

/** Why SQLite could not use a file. */
export const reasonOf = (error: unknown): string => {
  const { message } = error as Error;
  return /malformed|not a database/.test(message) ? `it is damaged (${message})` : message;
};

/**
 * Looks at a file before SQLite does, which opens nearly anything and would change it.
 *
 * @throws GraphError STORE_UNAVAILABLE where it is not a whole file of ours that this user may write.
 */
export const refuseUnusable = (path: string): void => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isFile()) throw unusable(path, 'it is a folder or something else that is no file');
  refuseForbidden(path);
  if (found.size > 0) refuseForeign(path, found);
};

const refuseForbidden = (path: string): void => {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch {
    throw unusable(path, 'this user may not read and write it');
  }
};

const refuseForeign = (path: string, { size }: Stats): void => {
  const header = headerOf(path);
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw unusable(path, 'it is no database file');
  const applicationId = header.readUInt32BE(68);
  const version = header.readUInt32BE(60);
  const wasNeverWritten = applicationId === 0 && header.readUInt32BE(40) === 0;
  // A file whose creation was cut short has a header and nothing else: it is ours to begin again.
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
    throw unusable(path, `it is cut short: ${size} bytes of ${whole}`);
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

/** How many bytes the file has by its header, as https://www.sqlite.org/fileformat.html has it; 0 where it is out of date. */
const sizeSaid = (header: Buffer): number => {
  const isCurrent = header.readUInt32BE(24) === header.readUInt32BE(92);
  const pageSize = header.readUInt16BE(16);
  return isCurrent ? header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize) : 0;
};

/** Whether there is a write-ahead log: a copying of it into the file that was cut short is made up for from there. */
const hasJournal = (path: string): boolean =>
  (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
