import { isLostConnection, isRefusal, isWrongPassword, unavailable } from './faults.ts';
import { watchHeartbeat } from './heartbeat.ts';

interface CircuitBreakerOptions {
  /** Resolves if a server that speaks Bolt answers at the address of the database. Takes about a second at most. */
  probePort: () => Promise<void>;
  /** Resolves if the database, or another member of its cluster, is running, even if it is busy. */
  beat: () => Promise<void>;
  /** Resolves if the database answers statements. Called repeatedly during an outage. */
  reconnect: () => Promise<void>;
  /** Called when the breaker opens, with the cause, and when it closes again. */
  onChange: (isOpen: boolean, cause?: unknown) => void;
}

/**
 * If a read takes longer than this, in milliseconds, a connection to the port of the database is tried, to tell a slow
 * database from one that is away.
 */
const SLOW_READ = 1_000;
/** The pause between two attempts to reconnect, in milliseconds. */
const RECONNECT_PAUSE = 300;
/**
 * How long to wait before the next login after Neo4j refused the password, in milliseconds. Neo4j locks an account for
 * 5 seconds after 3 wrong passwords. With this pause the account is locked for at most 5 of every 8 seconds, so that
 * other programs can still log in.
 */
const WRONG_PASSWORD_PAUSE = 4_000;

/**
 * Prevents requests from waiting for a database that cannot be reached. While the breaker is open, reads fail at once.
 * The breaker tries to reconnect by itself, and closes when that succeeds. A slow or failed statement alone does not
 * open the breaker. It opens if the database refuses all clients or this user, or if its port does not answer.
 */
export class CircuitBreaker {
  readonly #options: CircuitBreakerOptions;
  /** The cause of the current outage; undefined if there is none. */
  #outage: { cause: unknown } | undefined;
  /** The functions that reject the reads that are waiting. */
  readonly #rejections = new Set<(reason: Error) => void>();
  #isProbing = false;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: CircuitBreakerOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#outage !== undefined;
  }

  /**
   * Runs work that usually takes less than a second. If it takes longer, a connection to the database is tried.
   *
   * @throws GraphError STORE_UNAVAILABLE as soon as the breaker opens; else the error of the work.
   */
  async read<Result>(work: () => Promise<Result>): Promise<Result> {
    let rejectRead: (reason: Error) => void = () => undefined;
    const opened = new Promise<never>((_, reject) => (rejectRead = reject));
    this.#rejections.add(rejectRead);
    const timer = setTimeout(() => void this.#probe(), SLOW_READ);
    try {
      return await this.#guard(() => Promise.race([work(), opened]));
    } finally {
      clearTimeout(timer);
      this.#rejections.delete(rejectRead);
    }
  }

  /**
   * Runs work that may take long. A short outage of the database does not interrupt it. When the heartbeat of the
   * database has been missing for about ten seconds, the signal of the work aborts with STORE_UNAVAILABLE.
   */
  async write<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const [silence, end] = [new AbortController(), new AbortController()];
    const watch = async (): Promise<void> => {
      const cause = await watchHeartbeat(this.#options.beat, end.signal);
      this.#open(cause);
      silence.abort(unavailable(cause));
    };
    return this.#guard(async () => {
      watch().catch(() => undefined); // rejects when the work ends without an outage, which is not an error
      try {
        return await work(silence.signal);
      } finally {
        end.abort();
      }
    });
  }

  async #guard<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#outage) throw unavailable(this.#outage.cause);
    try {
      return await work();
    } catch (fault) {
      if (isRefusal(fault)) this.#open((fault as Error).cause);
      else if (isLostConnection(fault)) void this.#probe();
      throw fault;
    }
  }

  /** Ends all attempts to reconnect. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  async #probe(): Promise<void> {
    if (this.#isProbing || this.#outage) return;
    this.#isProbing = true;
    try {
      await this.#options.probePort();
    } catch (cause) {
      this.#open(cause);
    } finally {
      this.#isProbing = false;
    }
  }

  #open(cause: unknown): void {
    if (this.#outage || this.#isClosed) return;
    this.#outage = { cause };
    for (const reject of this.#rejections) reject(unavailable(cause));
    this.#options.onChange(true, cause);
    this.#reconnectLater(cause);
  }

  #reconnectLater(cause: unknown): void {
    if (this.#isClosed) return;
    const pause = isWrongPassword(cause) ? WRONG_PASSWORD_PAUSE : RECONNECT_PAUSE;
    this.#timer = setTimeout(() => void this.#reconnect(), pause).unref();
  }

  async #reconnect(): Promise<void> {
    try {
      await this.#options.reconnect();
    } catch (cause) {
      this.#outage = { cause };
      this.#reconnectLater(cause);
      return;
    }
    if (this.#isClosed) return;
    this.#outage = undefined;
    this.#options.onChange(false);
  }
}
