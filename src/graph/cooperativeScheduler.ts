/** How long the processor may be kept before others get it, in milliseconds. */
const SLICE = 8;
/** How many entities may be handed on in a slice: what becomes of them takes time that shows only afterwards. */
const ENTITIES = 200;
/** How many of those who wait go on in one round of the event loop, where all of them together take little time. */
const RESUMED = 32;

/**
 * Takes slices on the one thread that everyone is answered from. Work that may take long asks now and then whether
 * its slice is over, and if so waits for its next turn. Those who wait go on one after the other, in a slice of time
 * for each round of the event loop, so that what has just arrived is looked at between any two slices, however many
 * wait.
 */
class CooperativeScheduler {
  #began: number | undefined;
  #entities = 0;
  readonly #waiting: (() => void)[] = [];
  #isRoundComing = false;

  /** A slice begins: what has just arrived is not charged with what was done before it in the same round. */
  begin(): void {
    if (this.#began === undefined) setImmediate(this.#endSlice);
    this.#began = performance.now();
    this.#entities = 0;
  }

  /** Whether the slice that is under way has taken its time. */
  get isOver(): boolean {
    if (this.#began !== undefined) return performance.now() - this.#began > SLICE;
    this.begin();
    return false;
  }

  /** Whether so many entities may still be handed on in this slice; if so, they are counted. */
  hasRoomFor(entities: number): boolean {
    if (this.isOver || (this.#entities > 0 && this.#entities + entities > ENTITIES)) return false;
    this.#entities += entities;
    return true;
  }

  /** Resolves when it is the caller's turn. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (!this.#isRoundComing) this.#giveTurnsLater();
    });
  }

  /** What one who is resumed does at once is done before the next is; the last of these ends the slice. */
  #giveTurnsLater(): void {
    this.#isRoundComing = true;
    setImmediate(this.#giveFirst);
    for (let place = 1; place < Math.min(this.#waiting.length, RESUMED); place += 1)
      setImmediate(this.#giveTurn);
    setImmediate(this.#endRound);
  }

  readonly #giveFirst = (): void => {
    this.#began = performance.now();
    this.#giveTurn();
  };

  readonly #giveTurn = (): void => {
    if (this.isOver) return;
    this.#entities = 0;
    this.#waiting.shift()?.();
  };

  readonly #endRound = (): void => {
    this.#endSlice();
    this.#isRoundComing = false;
    if (this.#waiting.length > 0) this.#giveTurnsLater();
  };

  readonly #endSlice = (): void => {
    this.#began = undefined;
    this.#entities = 0;
  };
}

/** There is one event loop, so there is one of these. */
export const cooperativeScheduler = new CooperativeScheduler();
