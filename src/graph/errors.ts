/** The error codes in `extensions.code`; docs/queries.md explains them. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'COST_LIMIT_EXCEEDED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'RATE_LIMITED'
  | 'STORE_UNAVAILABLE'
  | 'TIMEOUT'
  | 'UNAUTHENTICATED';

/**
 * An error that is shown to the client: a message for people and a code for programs. The text of any other error is
 * only logged, because it is a bug in this program.
 */
export class GraphError extends Error {
  readonly code: ErrorCode;
  readonly argument: string | undefined;

  constructor(code: ErrorCode, message: string, options?: { argument?: string; cause?: unknown }) {
    super(message, options);
    this.name = 'GraphError';
    this.code = code;
    this.argument = options?.argument;
  }
}

/** The error for an import that cannot begin because another import is running. A store allows one import at a time. */
export class ImportUnderWay extends GraphError {
  constructor(message: string, options?: { cause?: unknown }) {
    super('STORE_UNAVAILABLE', message, options);
  }
}

/** An error about an invalid argument; the message names the argument, its value and what is allowed. */
export const badInput = (argument: string, message: string): GraphError =>
  new GraphError('BAD_USER_INPUT', message, { argument });
