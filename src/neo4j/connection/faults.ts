import { GraphError } from '../../graph/errors.ts';

/** A statement that took longer than it may; what it was is for the log alone. */
export const tooSlow = (cause?: unknown): GraphError =>
  new GraphError('TIMEOUT', 'The graph took too long to answer.', { cause });

/** The database is not there, not willing or not able at the moment. */
export const unavailable = (cause?: unknown): GraphError =>
  new GraphError('STORE_UNAVAILABLE', 'The graph cannot be reached at the moment.', { cause });

/** The node is created when the store is opened, so somebody deleted it since. */
export const missingGraphNode = (): Error =>
  new Error(
    "The database has no node (:Graph {id: 'graph'}). Another program deleted it: restart this program, which creates it.",
  );

/** Nobody is helped by asking the same again: it ends the same way, and costs the database its memory. */
const tooLarge = (cause: unknown): GraphError =>
  new GraphError('STORE_UNAVAILABLE', 'The graph has too little memory for this. Ask for less at a time.', {
    cause,
  });

/** Codes, or beginnings of codes, of connections that could not be had or broke. */
const lostConnections = [
  'ServiceUnavailable',
  'SessionExpired',
  'N/A', // the driver's own: none to be had in time, or closed
];

/** Codes, or beginnings of codes, by which the database itself says that it answers nobody, or not us. */
const refusals = [
  'Neo.ClientError.Security.Unauthorized',
  'Neo.ClientError.Security.AuthenticationRateLimit',
  'Neo.ClientError.Security.CredentialsExpired',
  'Neo.ClientError.Security.TokenExpired',
  'Neo.ClientError.Database.',
  'Neo.TransientError.Database.',
  'Neo.TransientError.General.DatabaseUnavailable',
];

/** Codes, or beginnings of codes, that say more of the database's state than of the statement. */
const statesOfTheDatabase = [
  ...lostConnections,
  ...refusals,
  'ProtocolError',
  'Neo.TransientError.',
  'Neo.DatabaseError.',
  'Neo.ClientError.Security.',
  'Neo.ClientError.Cluster.',
  'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase',
];

const codeOf = (thrown: unknown): string | undefined =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : undefined;

const beginsWithOneOf = (code: string | undefined, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => code?.startsWith(beginning));

/** The code that the database or the driver gave, in a fault that came of one or as they threw it. */
const causeOf = (fault: unknown): string | undefined =>
  codeOf(fault instanceof GraphError ? fault.cause : fault);

/** Whether it was the connection that failed. Another one may do. */
export const isLostConnection = (fault: unknown): boolean => beginsWithOneOf(causeOf(fault), lostConnections);

/** Whether the database said itself that it cannot be asked, be it by anyone or by this user. */
export const isRefusal = (fault: unknown): boolean => beginsWithOneOf(causeOf(fault), refusals);

/** Whether the user or the password is not the right one: trying often would lock the user out. */
export const isWrongPassword = (fault: unknown): boolean =>
  causeOf(fault)?.startsWith('Neo.ClientError.Security.') ?? false;

/**
 * What the driver threw, as the rest of the program may see it: its own errors never leave this folder. A statement
 * the database finds wrong is a fault of ours, not a state of the database.
 */
export const asFault = (thrown: unknown, statement: string): Error => {
  if (thrown instanceof GraphError) return thrown;
  const code = codeOf(thrown);
  if (code === undefined) return thrown instanceof Error ? thrown : new Error(String(thrown));
  if (/TransactionTimedOut|Transaction\.Terminated/.test(code)) return tooSlow(thrown);
  if (code.includes('OutOfMemory')) return tooLarge(thrown);
  if (beginsWithOneOf(code, statesOfTheDatabase)) return unavailable(thrown);
  return new Error(`The database refused the statement "${statement}" (${code}).`, { cause: thrown });
};
