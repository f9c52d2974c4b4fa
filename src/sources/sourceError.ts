/**
 * BAD_USER_INPUT: the scope is wrong. SOURCE_UNAVAILABLE: the service cannot be reached or its answers cannot be used.
 * SOURCE_REFUSED: the service refuses this user, for example for a wrong key. BUDGET_EXHAUSTED: nothing more may be
 * spent today. NOT_CONFIRMED: more records match than may be read without the user's consent. INTERNAL_ERROR: a fault of
 * this program.
 */
export type SourceErrorCode =
  | 'BAD_USER_INPUT'
  | 'SOURCE_UNAVAILABLE'
  | 'SOURCE_REFUSED'
  | 'BUDGET_EXHAUSTED'
  | 'NOT_CONFIRMED'
  | 'INTERNAL_ERROR';

/** An error that ends the run of a source. What was read before it stays stored. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;
  /** Whether the request was certainly not sent, so that it cost nothing. */
  readonly isUnsent: boolean;

  constructor(code: SourceErrorCode, message: string, options?: { cause?: unknown; isUnsent?: boolean }) {
    super(message, options);
    this.name = 'SourceError';
    this.code = code;
    this.isUnsent = options?.isUnsent ?? false;
  }
}

/** The error of an attempt that may succeed if it is repeated. */
export class TransientFault extends Error {
  /** How long the service asks to wait, in ms. */
  readonly waitMilliseconds: number | undefined;
  /** Whether the request was certainly not sent, so that it cost nothing. */
  readonly isUnsent: boolean;

  constructor(message: string, options?: { waitMilliseconds?: number | undefined; isUnsent?: boolean }) {
    super(message);
    this.name = 'TransientFault';
    this.waitMilliseconds = options?.waitMilliseconds;
    this.isUnsent = options?.isUnsent ?? false;
  }
}

/** Answers that contradict each other, such as a list that is shorter than its count. */
export class ContradictoryAnswers extends TransientFault {}

/** Whether the error means that the request was certainly not sent. */
export const isUnsent = (error: unknown): boolean =>
  (error instanceof SourceError || error instanceof TransientFault) && error.isUnsent;
