import { setMaxListeners } from 'node:events';
import { GraphError } from '../../graph/errors.ts';

/**
 * How long one operation may take. Every call to the store is raced against it, so that what is late becomes
 * null with TIMEOUT at its place, what was answered in time is answered, and nothing more is asked. The store is
 * told by the signal, and gives up what it still does.
 */
export class Deadline {
  readonly #expiry: Promise<never>;
  readonly #timer: NodeJS.Timeout;
  readonly #milliseconds: number;
  readonly #stop = new AbortController();
  #expire: (reason: GraphError) => void = () => undefined;
  #over: GraphError | undefined;

  #soon: Promise<void> | undefined;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
    this.#expiry = new Promise((_, reject) => (this.#expire = reject));
    this.#expiry.catch(() => undefined); // nobody may be waiting when it passes
    setMaxListeners(Infinity, this.#stop.signal); // each statement under way listens
    this.#timer = setTimeout(
      () => this.#pass(`The operation took longer than ${milliseconds / 1000} s. Ask for less at a time.`),
      milliseconds,
    );
  }

  /** Aborts when time is up, with the error that says so. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Kept when a fifth of the time is over: how long to wait for what others need not wait for. */
  get soon(): Promise<void> {
    this.#soon ??= new Promise((resolve) => setTimeout(resolve, this.#milliseconds / 5).unref());
    return this.#soon;
  }

  /** Does the work unless time is up. @throws GraphError TIMEOUT once it is. */
  async race<T>(work: () => Promise<T>): Promise<T> {
    if (this.#over) throw this.#over;
    return Promise.race([work(), this.#expiry]);
  }

  /** The client is gone: nothing more is done for it. */
  abandon(): void {
    this.#pass('The client left before the answer was ready.');
  }

  /** The operation is over: the clock stops. */
  end(): void {
    clearTimeout(this.#timer);
  }

  #pass(message: string): void {
    if (this.#over) return;
    this.#over = new GraphError('TIMEOUT', message);
    this.#expire(this.#over);
    this.#stop.abort(this.#over);
    clearTimeout(this.#timer);
  }
}
