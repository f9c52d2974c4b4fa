/**
 * BAD_USER_INPUT: the scope is wrong. SOURCE_UNAVAILABLE: the service cannot be reached or its answers cannot be used.
 * SOURCE_REFUSED: the service refuses this user, for example for a wrong key. BUDGET_EXHAUSTED: nothing more may be
 * spent today. NOT_CONFIRMED: more records match than may be read without the user's consent.
 */
export type SourceErrorCode =
  'BAD_USER_INPUT' | 'SOURCE_UNAVAILABLE' | 'SOURCE_REFUSED' | 'BUDGET_EXHAUSTED' | 'NOT_CONFIRMED';

/** Ends the run of a source. What was read before it stays stored. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;

  constructor(code: SourceErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'SourceError';
    this.code = code;
  }
}

/** An attempt failed, but may succeed if it is repeated. */
export class TransientFault extends Error {
  /** How long the service asks to wait, in ms. */
  readonly waitMilliseconds: number | undefined;

  constructor(message: string, waitMilliseconds?: number) {
    super(message);
    this.name = 'TransientFault';
    this.waitMilliseconds = waitMilliseconds;
  }
}

/** Answers that contradict each other, such as a list that is shorter than its count. */
export class ContradictoryAnswers extends TransientFault {}
