/** The codes a client can meet in `extensions.code`; what each means is in the README. */
export type ErrorCode =
  'BAD_USER_INPUT' | 'COST_LIMIT_EXCEEDED' | 'RATE_LIMITED' | 'TIMEOUT' | 'STORE_UNAVAILABLE';

/**
 * The one error type of the product: what went wrong in words for the person who asked, and a code for their
 * program. Anything else that is thrown is a fault of ours and is shown to nobody.
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

/** There is one import at a time, and this is not it. */
export class ImportUnderWay extends GraphError {
  constructor(message: string, options?: { cause?: unknown }) {
    super('STORE_UNAVAILABLE', message, options);
  }
}

/** An argument a client got wrong: names the argument, the value met and what was expected. */
export const badInput = (argument: string, message: string): GraphError =>
  new GraphError('BAD_USER_INPUT', message, { argument });
