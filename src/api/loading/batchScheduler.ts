import { cooperativeScheduler } from '../../graph/cooperativeScheduler.ts';

/**
 * When what a request asks of the store is asked: as soon as everything it was answered before has been looked
 * through. That may take several slices, and yet each field is to be read once for all its parents.
 */
export class BatchScheduler {
  #handingOn = 0;
  #held: (() => void)[] = [];

  /** Resolves when so many entities may be looked through. */
  async handOn(entities: number): Promise<void> {
    if (cooperativeScheduler.hasRoomFor(entities)) return;
    this.#handingOn += 1;
    await cooperativeScheduler.nextSlice();
    this.#handingOn -= 1;
    if (this.#handingOn === 0) afterPromises(this.#release);
  }

  /** For DataLoader: reads a batch when nothing can be added to it any more. */
  readonly schedule = (read: () => void): void => {
    afterPromises(() => {
      if (this.#handingOn > 0) this.#held.push(read);
      else read();
    });
  };

  readonly #release = (): void => {
    if (this.#handingOn > 0) return; // the last of those that come now releases them
    const held = this.#held;
    this.#held = [];
    for (const read of held) read();
  };
}

/** After all that promises which are already kept lead to, as DataLoader waits by itself. */
const afterPromises = (then: () => void): void => {
  void Promise.resolve().then(() => process.nextTick(then));
};
