import { GraphError } from '../graph/errors.ts';

/** A statement that took longer than it may; what it was is for the log alone. */
export const tooSlow = (cause?: unknown): GraphError =>
  new GraphError('TIMEOUT', 'The graph took too long to answer.', { cause });

/** The database is not there, not willing or not able at the moment. */
export const unavailable = (cause?: unknown): GraphError =>
  new GraphError('STORE_UNAVAILABLE', 'The graph cannot be reached at the moment.', { cause });

/** Codes, or beginnings of codes, that say more of the database's state than of the statement. */
const statesOfTheDatabase = [
  'ServiceUnavailable',
  'SessionExpired',
  'ProtocolError',
  'N/A', // the driver's own: no connection to be had in time, or closed
  'Neo.TransientError.',
  'Neo.DatabaseError.',
  'Neo.ClientError.Security.',
  'Neo.ClientError.Cluster.',
  'Neo.ClientError.Database.',
  'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase',
];

const codeOf = (thrown: unknown): string | undefined =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : undefined;

/**
 * What the driver threw, as the rest of the program may see it: its own errors never leave this folder. A statement
 * the database finds wrong is a fault of ours, not a state of the database.
 */
export const asFault = (thrown: unknown, statement: string): Error => {
  if (thrown instanceof GraphError) return thrown;
  const code = codeOf(thrown);
  if (code === undefined) return thrown instanceof Error ? thrown : new Error(String(thrown));
  if (/TransactionTimedOut|Transaction\.Terminated/.test(code)) return tooSlow(thrown);
  if (statesOfTheDatabase.some((beginning) => code.startsWith(beginning))) return unavailable(thrown);
  return new Error(`The database refused the statement "${statement}" (${code}).`, { cause: thrown });
};
