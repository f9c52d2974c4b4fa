import { cooperativeScheduler } from '../../graph/cooperativeScheduler.ts';

/**
 * Decides when the reads of a request are sent to the store: after the resolvers have processed every result that has
 * arrived, so that each field is read once for all its parents. Processing may take several time slices of the
 * cooperative scheduler; the reads are sent after the last of them.
 */
export class BatchScheduler {
  #waitingForSlice = 0;
  #postponedReads: (() => void)[] = [];

  /**
   * A promise that resolves when there is time for the resolvers to process this number of entities; undefined if there
   * is time now.
   */
  roomFor(entities: number): Promise<void> | undefined {
    return cooperativeScheduler.hasRoomFor(entities) ? undefined : this.#nextSlice();
  }

  async #nextSlice(): Promise<void> {
    this.#waitingForSlice += 1;
    await cooperativeScheduler.nextSlice();
    this.#waitingForSlice -= 1;
    if (this.#waitingForSlice === 0) afterResolvedPromises(this.#sendPostponed);
  }

  /** The function that each DataLoader of the request gets as `batchScheduleFn`. */
  readonly schedule = (read: () => void): void => {
    afterResolvedPromises(() => {
      if (this.#waitingForSlice > 0) this.#postponedReads.push(read);
      else read();
    });
  };

  readonly #sendPostponed = (): void => {
    if (this.#waitingForSlice > 0) return; // further results have arrived; the reads are sent when these are processed
    const reads = this.#postponedReads;
    this.#postponedReads = [];
    for (const read of reads) read();
  };
}

/** Runs the callback after the callbacks of all promises that are already resolved, as DataLoader does by default. */
const afterResolvedPromises = (callback: () => void): void => {
  void Promise.resolve().then(() => process.nextTick(callback));
};
