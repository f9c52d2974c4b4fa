/** The server did not answer a query, or its answer has no data. */
export class RequestError extends Error {
  /** An error code of the API; UNREACHABLE if the server was not reached; undefined if the answer is malformed. */
  readonly code: string | undefined;
  /** The id of the request in the server's log. */
  readonly requestId: string | undefined;

  constructor(code: string | undefined, message: string, requestId?: string) {
    super(message);
    this.code = code;
    this.requestId = requestId;
  }

  /** The error as a sentence for the reader of the page. */
  get userMessage(): string {
    const message = this.code === undefined ? undefined : userMessages[this.code];
    return message ?? 'The server returned an answer that this page does not understand.';
  }
}

const userMessages: Readonly<Record<string, string>> = {
  UNREACHABLE: 'The server could not be reached.',
  TIMEOUT: 'This took longer than the server allows.',
  RATE_LIMITED: 'Too many requests in a short time. Wait a moment.',
  STORE_UNAVAILABLE: 'The database of the server does not answer.',
  INTERNAL_SERVER_ERROR: 'An error occurred in the server.',
  COST_LIMIT_EXCEEDED: 'This request is too large for the server.',
  UNAUTHENTICATED: 'The server does not accept the key.',
  FORBIDDEN: 'The owner of the key may not do this.',
  BAD_USER_INPUT: 'The server does not accept this request.',
};
