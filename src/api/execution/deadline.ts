import { setMaxListeners } from 'node:events';
import { GraphError } from '../../graph/errors.ts';

/**
 * The time limit of one operation. Calls to the store are raced against it: a late field becomes null with the error
 * TIMEOUT, fields that were answered in time stay, and no new call begins. The signal makes the store end its work.
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
    this.#expiry.catch(() => undefined); // prevents an unhandled rejection when no call waits for it
    setMaxListeners(Infinity, this.#abortController.signal); // each running statement adds a listener
    this.#after(milliseconds, () =>
      this.#expire(`The operation took longer than ${milliseconds / 1000} s. Request less at a time.`),
    );
  }

  /** Aborts with the error TIMEOUT. */
  get signal(): AbortSignal {
    return this.#abortController.signal;
  }

  /**
   * Resolves after a fifth of the time limit. Reads that only save time, such as prefetches, are not awaited for
   * longer.
   */
  get soon(): Promise<void> {
    this.#soon ??= new Promise((resolve) => this.#after(this.#milliseconds / 5, resolve));
    return this.#soon;
  }

  /** The result of the work. @throws GraphError TIMEOUT as soon as the time is over. */
  async race<T>(work: () => Promise<T>): Promise<T> {
    if (this.#error) throw this.#error;
    return Promise.race([work(), this.#expiry]);
  }

  /** Expires now, because the client has closed its connection. */
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
