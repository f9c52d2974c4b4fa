import { setMaxListeners } from 'node:events';
import { GraphError } from '../../graph/errors.ts';

/**
 * The time limit of one operation. At the limit, each running call to the store ends, and the field that needs its
 * result becomes null with the error TIMEOUT. Fields that were answered before keep their values, and no new call
 * begins. The signal tells the store to end its work.
 */
export class Deadline {
  readonly #milliseconds: number;
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #abortController = new AbortController();
  readonly #expiry: Promise<never>;
  #rejectExpiry: (error: GraphError) => void = () => undefined;
  #error: GraphError | undefined;
  #soon: Promise<void> | undefined;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
    this.#expiry = new Promise((_, reject) => (this.#rejectExpiry = reject));
    // prevents an unhandled rejection when the time limit is reached while no call is running
    this.#expiry.catch(() => undefined);
    setMaxListeners(Infinity, this.#abortController.signal); // each running statement adds a listener
    this.#after(milliseconds, () =>
      this.#expire(`The operation took longer than ${milliseconds / 1000} s. Request less at a time.`),
    );
  }

  /** The signal that aborts at the time limit, with the error TIMEOUT as its reason. */
  get signal(): AbortSignal {
    return this.#abortController.signal;
  }

  /**
   * Resolves after a fifth of the time limit. Code that waits for reads which only save time, such as prefetches, stops
   * waiting when this promise resolves.
   */
  get soon(): Promise<void> {
    this.#soon ??= new Promise((resolve) => this.#after(this.#milliseconds / 5, resolve));
    return this.#soon;
  }

  /**
   * Calls `work` and returns its result. @throws GraphError TIMEOUT if the time limit is reached before `work` has
   * ended.
   */
  async race<T>(work: () => Promise<T>): Promise<T> {
    if (this.#error) throw this.#error;
    return Promise.race([work(), this.#expiry]);
  }

  /** Ends the operation before its time limit, because the client has closed the connection. */
  abandon(): void {
    this.#expire('The client closed the connection before the response was ready.');
  }

  /** Stops the timers when the operation has ended. A running timer would keep all data of the operation in memory. */
  end(): void {
    this.#timers.forEach(clearTimeout);
  }

  #after(milliseconds: number, callback: () => void): void {
    this.#timers.push(setTimeout(callback, milliseconds).unref());
  }

  #expire(message: string): void {
    if (this.#error) return;
    this.#error = new GraphError('TIMEOUT', message);
    this.#rejectExpiry(this.#error);
    this.#abortController.abort(this.#error);
    this.end();
  }
}
