/** How long one task may use the event loop before other tasks are resumed, in ms. */
const SLICE = 4;
/**
 * How many entities a task may pass to resolvers before other tasks are resumed. Their number is limited besides the
 * time, because the time that resolvers take is only known afterwards.
 */
const ENTITIES_PER_SLICE = 200;
/** The maximum number of waiting tasks that are resumed in one round of the event loop. */
const RESUMED_PER_ROUND = 32;

/**
 * Shares the one thread between requests. A long task asks `isSliceOver` now and then, and awaits `nextSlice` if it
 * is. Waiting tasks are resumed in order, for one slice in each round of the event loop, so that new requests are
 * read between two slices however many tasks wait.
 */
class CooperativeScheduler {
  #sliceStart: number | undefined;
  #entities = 0;
  readonly #waiting: (() => void)[] = [];
  #isRoundScheduled = false;

  /** Starts a slice for work that has just arrived, so that earlier work in the same round is not counted for it. */
  startSlice(): void {
    if (this.#sliceStart === undefined) setImmediate(this.#endSlice);
    this.#sliceStart = performance.now();
    this.#entities = 0;
  }

  get isSliceOver(): boolean {
    if (this.#sliceStart !== undefined) return performance.now() - this.#sliceStart > SLICE;
    this.startSlice();
    return false;
  }

  /** Whether the current time slice may pass this many more entities to resolvers. If so, they are counted. */
  hasRoomFor(entities: number): boolean {
    if (this.isSliceOver || (this.#entities > 0 && this.#entities + entities > ENTITIES_PER_SLICE))
      return false;
    this.#entities += entities;
    return true;
  }

  /** Resolves when the next slice of the caller begins. */
  nextSlice(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (!this.#isRoundScheduled) this.#scheduleRound();
    });
  }

  /**
   * Schedules callbacks that resume waiting tasks, and a last one that ends the slice. Each task runs up to its next
   * await before the next task is resumed.
   */
  #scheduleRound(): void {
    this.#isRoundScheduled = true;
    setImmediate(this.#resumeFirst);
    for (let task = 1; task < Math.min(this.#waiting.length, RESUMED_PER_ROUND); task += 1) {
      setImmediate(this.#resumeNext);
    }
    setImmediate(this.#endRound);
  }

  readonly #resumeFirst = (): void => {
    this.#sliceStart = performance.now();
    this.#resumeNext();
  };

  readonly #resumeNext = (): void => {
    if (this.isSliceOver) return;
    this.#entities = 0;
    this.#waiting.shift()?.();
  };

  readonly #endRound = (): void => {
    this.#endSlice();
    this.#isRoundScheduled = false;
    if (this.#waiting.length > 0) this.#scheduleRound();
  };

  readonly #endSlice = (): void => {
    this.#sliceStart = undefined;
    this.#entities = 0;
  };
}

/** The process has one event loop, and therefore one scheduler. */
export const cooperativeScheduler = new CooperativeScheduler();

/**
 * Runs a computation that yields between short steps, with pauses in which other requests are served.
 *
 * @throws the reason of the signal if it aborts; the `finally` blocks of the computation run before that.
 */
export const runInSlices = async <Result>(
  work: Generator<void, Result, void>,
  signal?: AbortSignal,
): Promise<Result> => {
  try {
    if (cooperativeScheduler.isSliceOver) await cooperativeScheduler.nextSlice();
    for (;;) {
      signal?.throwIfAborted();
      const step = work.next();
      if (step.done) return step.value;
      if (cooperativeScheduler.isSliceOver) await cooperativeScheduler.nextSlice();
    }
  } finally {
    work.return(undefined as never);
  }
};

/**
 * Like `runInSlices`, but for a long computation: it starts in the next slice, so that short work that arrived at the
 * same time is done first.
 */
export const runCooperatively = async <Result>(
  work: Generator<void, Result, void>,
  signal?: AbortSignal,
): Promise<Result> => {
  await cooperativeScheduler.nextSlice();
  return runInSlices(work, signal);
};
