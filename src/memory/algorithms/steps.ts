/** Work that stops at every `yield`, where others may have a turn. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** How long one turn takes, in ms: short beside what a request takes, long beside what a change of slices costs. */
const TURN = 8;

/** Does it all in one turn. */
export const runToEnd = <Result>(work: Steps<Result>): Result => {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
};

/** Does it in slices of some milliseconds, between which others have the processor. */
export const runInSlices = async <Result>(work: Steps<Result>): Promise<Result> => {
  for (;;) {
    const end = performance.now() + TURN;
    do {
      const { done, value } = work.next();
      if (done) return value;
    } while (performance.now() < end);
    await new Promise((resume) => setImmediate(resume));
  }
};
