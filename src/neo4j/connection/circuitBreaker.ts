import { isLostConnection, isRefusal, isWrongPassword, unavailable } from './faults.ts';
import { watchHeartbeat } from './heartbeat.ts';

export interface CircuitBreakerOptions {
  /** Ends well where there is a database at all, in a second or so. */
  probePort: () => Promise<void>;
  /** Ends well where a database that is busy, or another one in its place, is there. */
  sign: () => Promise<void>;
  /** Ends well where the database can be asked again. */
  probe: () => Promise<void>;
  /** Told when the database is found to be away, and why, and when it is found to be back. */
  onChange: (isOpen: boolean, cause?: unknown) => void;
}

/** How long an answer may take before it is asked whether the database is there at all, in ms. */
const SUSPICIOUS = 1_000;
/** Between two probes of a database that is away, in ms. */
const PAUSE = 300;
/**
 * Between two probes with a password that was refused. Whoever is refused three times is locked out for 5 seconds,
 * and with them whoever knows the password and comes to set things right: of every 8 seconds, 3 stay theirs.
 */
const PAUSE_AFTER_REFUSED_PASSWORD = 4_000;

/**
 * Makes a dead database cost one wait, not one for each request: once it is found to be away, whoever waits for it
 * and whoever comes is told so at once, until a probe finds it back. Probes go on by themselves, whether or not
 * anybody asks. No slow or failing statement opens it, but only a database that says itself that it answers nobody
 * (or not us), or that leaves a probePort unanswered.
 */
export class CircuitBreaker {
  readonly #options: CircuitBreakerOptions;
  /** What to tell while the database is away. */
  #outage: { cause: unknown } | undefined;
  readonly #waiting = new Set<(reason: Error) => void>();
  #isKnocking = false;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: CircuitBreakerOptions) {
    this.#options = options;
  }

  /** Whether the database is known to be away. */
  get isOpen(): boolean {
    return this.#outage !== undefined;
  }

  /**
   * Does work that soon has an answer. Where it has none, the database is knocked at.
   *
   * @throws GraphError STORE_UNAVAILABLE as soon as the database is found to be away; what the work throws.
   */
  async read<Result>(work: () => Promise<Result>): Promise<Result> {
    let leave: (reason: Error) => void = () => undefined;
    const leaving = new Promise<never>((_, reject) => (leave = reject));
    this.#waiting.add(leave);
    const suspicion = setTimeout(() => void this.#suspect(), SUSPICIOUS);
    try {
      return await this.#guarded(() => Promise.race([work(), leaving]));
    } finally {
      clearTimeout(suspicion);
      this.#waiting.delete(leave);
    }
  }

  /**
   * Does work that may take long, and is left to end as it will once it has begun: its signal aborts, with what
   * `read` throws, only where the database has given no sign of life for some ten seconds.
   */
  async write<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const [gone, over] = [new AbortController(), new AbortController()];
    const watch = async (): Promise<void> => {
      const cause = await watchHeartbeat(this.#options.sign, over.signal);
      this.#open(cause);
      gone.abort(unavailable(cause));
    };
    return this.#guarded(async () => {
      watch().catch(() => undefined); // it was over before
      try {
        return await work(gone.signal);
      } finally {
        over.abort();
      }
    });
  }

  async #guarded<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#outage) throw unavailable(this.#outage.cause);
    try {
      return await work();
    } catch (fault) {
      if (isRefusal(fault)) this.#open((fault as Error).cause);
      else if (isLostConnection(fault)) void this.#suspect();
      throw fault;
    }
  }

  /** Ends probing. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  async #suspect(): Promise<void> {
    if (this.#isKnocking || this.#outage) return;
    this.#isKnocking = true;
    try {
      await this.#options.probePort();
    } catch (cause) {
      this.#open(cause);
    } finally {
      this.#isKnocking = false;
    }
  }

  #open(cause: unknown): void {
    if (this.#outage || this.#isClosed) return;
    this.#outage = { cause };
    for (const leave of this.#waiting) leave(unavailable(cause));
    this.#options.onChange(true, cause);
    this.#probeLater(cause);
  }

  #probeLater(cause: unknown): void {
    if (this.#isClosed) return;
    const pause = isWrongPassword(cause) ? PAUSE_AFTER_REFUSED_PASSWORD : PAUSE;
    this.#timer = setTimeout(() => void this.#probe(), pause).unref();
  }

  async #probe(): Promise<void> {
    try {
      await this.#options.probe();
    } catch (cause) {
      this.#outage = { cause };
      this.#probeLater(cause);
      return;
    }
    if (this.#isClosed) return;
    this.#outage = undefined;
    this.#options.onChange(false);
  }
}
