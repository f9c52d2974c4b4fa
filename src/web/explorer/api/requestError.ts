/** A question that was not answered, with what to tell the person who asked. */
export class Failure extends Error {
  /** The API's code, UNREACHABLE where the server was not reached, undefined where its answer was not understood. */
  readonly code: string | undefined;
  /** By which the server's log knows a fault of its own. */
  readonly requestId: string | undefined;

  constructor(code: string | undefined, message: string, requestId?: string) {
    super(message);
    this.code = code;
    this.requestId = requestId;
  }

  /** What happened, in a sentence. */
  get said(): string {
    const known = this.code === undefined ? undefined : sentences[this.code];
    return known ?? 'The server gave an answer that could not be understood.';
  }
}

const sentences: Readonly<Record<string, string>> = {
  UNREACHABLE: 'The server could not be reached.',
  TIMEOUT: 'This took longer than the server allows.',
  RATE_LIMITED: 'Too many questions in a short time. Wait a moment.',
  STORE_UNAVAILABLE: 'The database behind the server does not answer.',
  INTERNAL_SERVER_ERROR: 'Something went wrong in the server.',
  COST_LIMIT_EXCEEDED: 'This asks for more than the server gives at once.',
  BAD_USER_INPUT: 'The server does not accept this question.',
};
