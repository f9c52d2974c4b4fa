/** A long computation in short steps: it yields every fraction of a millisecond or so, and returns its result. */
export type Steps<Result> = Generator<void, Result, void>;

/** Runs all steps without a pause. */
export const runToEnd = <Result>(work: Steps<Result>): Result => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};
