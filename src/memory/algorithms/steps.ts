/**
 * A long computation in short steps. It yields after each step, which usually takes less than a millisecond, and
 * returns its result at the end.
 */
export type Steps<Result> = Generator<void, Result, void>;

/** Runs all steps without a pause. */
export const runToEnd = <Result>(work: Steps<Result>): Result => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};
