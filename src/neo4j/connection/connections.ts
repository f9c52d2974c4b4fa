import neo4j, { type AuthToken, type Driver, type Session } from 'neo4j-driver';
import type { ConnectionsState } from '../../graph/readiness.ts';
import { CircuitBreaker } from './circuitBreaker.ts';
import { asFault } from './faults.ts';
import { probePort } from './probePort.ts';
import { ping } from './schemaStatements.ts';
import { waitFor } from './waitFor.ts';

export interface ConnectionOptions {
  uri: string;
  username?: string;
  password?: string;
  database?: string;
  /** Called when an outage of the database begins, with the cause, and when it ends. */
  onOutage?: (isAway: boolean, cause?: unknown) => void;
}

const POOL_SIZE = 50;
/**
 * The maximum time to wait for a free connection of the pool, in milliseconds; the other times are in milliseconds,
 * too.
 */
const ACQUISITION_DEADLINE = 2_000;
const PROBE_DEADLINE = 1_200;
/**
 * The deadline of the first statement after an outage. It is longer, because a database that has just started is slow.
 */
const RECONNECT_DEADLINE = 3_000;
const PING_DEADLINE = 2_000;
const CLOSE_DEADLINE = 2_000;
/**
 * Connections that were idle for longer than this are tested before use, because firewalls drop them without notice.
 */
const IDLE_LIMIT = 60_000;
/** How long statements that began before an outage may still take. */
const RETIREMENT = 120_000;

/** The connections to a database. After an outage they are all replaced by new ones. */
export class Connections {
  #driver: Driver;
  /** Drivers from before an outage. Their last statements may still be running. */
  readonly #retired = new Set<Driver>();
  readonly #sessions = new Set<Session>();
  readonly #options: ConnectionOptions;
  readonly breaker: CircuitBreaker;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#driver = driverFor(options);
    this.breaker = new CircuitBreaker({
      probePort: () => probePort(options.uri, PROBE_DEADLINE),
      beat: () => this.#beat(),
      reconnect: () => this.#reconnect(),
      onChange: (isOpen, cause) => options.onOutage?.(isOpen, cause),
    });
  }

  session(mode: typeof neo4j.session.READ): Session {
    const session = this.#sessionOf(this.#driver, mode);
    this.#sessions.add(session);
    return session;
  }

  /** Closes a session. If a statement is still running in it, the database stops the statement. */
  release(session: Session): void {
    if (this.#sessions.delete(session)) void session.close().catch(() => undefined);
  }

  /** The state of the pool. Each open session uses one of its connections. */
  get state(): ConnectionsState {
    return { isAway: this.breaker.isOpen, inUse: this.#sessions.size, most: POOL_SIZE };
  }

  async close(): Promise<void> {
    this.breaker.close();
    const closing = [this.#driver, ...this.#retired].map((driver) => driver.close());
    await waitFor(Promise.all(closing), { deadline: CLOSE_DEADLINE }).catch(() => undefined);
  }

  /**
   * Replaces the driver. A connection from before an outage may be dead without any sign, and dead connections would
   * fill the pool.
   */
  async #reconnect(): Promise<void> {
    await probePort(this.#options.uri, PROBE_DEADLINE);
    const driver = driverFor(this.#options);
    try {
      const session = this.#sessionOf(driver, neo4j.session.READ);
      await waitFor(runPing(session), { deadline: RECONNECT_DEADLINE });
      await session.close();
    } catch (fault) {
      void driver.close();
      throw fault;
    }
    this.#retire(this.#driver);
    this.#driver = driver;
  }

  /** Resolves if the database is running. In a cluster, another member than the one at the address may answer. */
  async #beat(): Promise<void> {
    try {
      await probePort(this.#options.uri, PROBE_DEADLINE);
    } catch (cause) {
      if (!this.#options.uri.startsWith('neo4j')) throw cause;
      const session = this.session(neo4j.session.WRITE);
      await waitFor(runPing(session), { deadline: PING_DEADLINE }).finally(() => this.release(session));
    }
  }

  #retire(driver: Driver): void {
    this.#retired.add(driver);
    setTimeout(() => {
      this.#retired.delete(driver);
      void driver.close();
    }, RETIREMENT).unref();
  }

  #sessionOf(driver: Driver, mode: typeof neo4j.session.READ): Session {
    const { database } = this.#options;
    return driver.session({ defaultAccessMode: mode, ...(database && { database }) });
  }
}

const runPing = async (session: Session): Promise<void> => {
  try {
    await session.run(ping.text);
  } catch (thrown) {
    throw asFault(thrown, ping.name);
  }
};

const credentials = ({ username, password }: ConnectionOptions): AuthToken | undefined =>
  username === undefined ? undefined : neo4j.auth.basic(username, password ?? '');

const driverFor = (options: ConnectionOptions): Driver =>
  neo4j.driver(options.uri, credentials(options), {
    disableLosslessIntegers: true, // safe, because every stored number is below 2⁵³
    maxConnectionPoolSize: POOL_SIZE,
    connectionAcquisitionTimeout: ACQUISITION_DEADLINE,
    connectionTimeout: ACQUISITION_DEADLINE,
    connectionLivenessCheckTimeout: IDLE_LIMIT,
    maxTransactionRetryTime: ACQUISITION_DEADLINE,
  });
