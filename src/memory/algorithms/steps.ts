/** Work that stops at every `yield`, where others may have a turn. */
export type InParts<Result> = Generator<undefined, Result, undefined>;

/** How long one turn takes, in ms: short beside what a request takes, long beside what a change of turns costs. */
const TURN = 8;

/** Does it all in one turn. */
export const atOnce = <Result>(work: InParts<Result>): Result => {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
};

/** Does it in turns of some milliseconds, between which others have the processor. */
export const inTurns = async <Result>(work: InParts<Result>): Promise<Result> => {
  for (;;) {
    const end = performance.now() + TURN;
    do {
      const { done, value } = work.next();
      if (done) return value;
    } while (performance.now() < end);
    await new Promise((resume) => setImmediate(resume));
  }
};
