import { GraphError } from '../../graph/errors.ts';

/** The error for a statement that took longer than its deadline. The cause is only logged. */
export const tooSlow = (cause?: unknown): GraphError =>
  new GraphError(
    'TIMEOUT',
    'The graph took too long to answer. Request less data at once, or try again later.',
    { cause },
  );

/** The error for a database that cannot be reached or refuses to answer. */
export const unavailable = (cause?: unknown): GraphError =>
  new GraphError('STORE_UNAVAILABLE', 'The graph cannot be reached at the moment.', { cause });

/**
 * The error for a missing Graph node. It is created when the store is opened, so somebody must have deleted it later.
 */
export const missingGraphNode = (): Error =>
  new Error(
    "The database has no node (:Graph {id: 'graph'}). Another program deleted it: restart this program, which creates it.",
  );

/** Neo4j classifies this error as transient, but a retry would fail in the same way and use up the memory again. */
const tooLarge = (cause: unknown): GraphError =>
  new GraphError(
    'STORE_UNAVAILABLE',
    'The database has too little memory for this request. Request less data at once.',
    { cause },
  );

/** The beginnings of the error codes for connections that could not be opened or that broke. */
const lostConnections = [
  'ServiceUnavailable',
  'SessionExpired',
  'N/A', // the code if the driver found no free connection in time or was closed
];

/** The beginnings of the error codes with which the database refuses all clients or this user. */
const refusals = [
  'Neo.ClientError.Security.Unauthorized',
  'Neo.ClientError.Security.AuthenticationRateLimit',
  'Neo.ClientError.Security.CredentialsExpired',
  'Neo.ClientError.Security.TokenExpired',
  'Neo.ClientError.Database.',
  'Neo.TransientError.Database.',
  'Neo.TransientError.General.DatabaseUnavailable',
];

/** The beginnings of the error codes that are about the state of the database, not about the statement. */
const unavailableCodes = [
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

const startsWithAny = (code: string | undefined, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => code?.startsWith(beginning));

/** The code of an error of the driver. The given error may be this error, or have it as its cause. */
const driverCodeOf = (fault: unknown): string | undefined =>
  codeOf(fault instanceof GraphError ? fault.cause : fault);

/** Whether the connection failed. The statement may succeed over another connection. */
export const isLostConnection = (fault: unknown): boolean =>
  startsWithAny(driverCodeOf(fault), lostConnections);

/** Whether the database itself refuses to answer all clients, or this user. */
export const isRefusal = (fault: unknown): boolean => startsWithAny(driverCodeOf(fault), refusals);

/** Whether the user name or the password is wrong. Frequent logins with a wrong password would lock the account. */
export const isWrongPassword = (fault: unknown): boolean =>
  driverCodeOf(fault)?.startsWith('Neo.ClientError.Security.') ?? false;

/**
 * Converts an error of the driver to an error of this program; the driver's errors are not used outside of this folder.
 * If the database rejects a statement, this is a bug of the program, not a state of the database.
 */
export const asFault = (thrown: unknown, statement: string): Error => {
  if (thrown instanceof GraphError) return thrown;
  const code = codeOf(thrown);
  if (code === undefined) return thrown instanceof Error ? thrown : new Error(String(thrown));
  if (/TransactionTimedOut|Transaction\.Terminated/.test(code)) return tooSlow(thrown);
  if (code.includes('OutOfMemory')) return tooLarge(thrown);
  if (startsWithAny(code, unavailableCodes)) return unavailable(thrown);
  return new Error(`The database rejected the statement "${statement}" (${code}).`, { cause: thrown });
};
