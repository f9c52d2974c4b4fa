import neo4j, { type AuthToken, type Driver, type Session } from 'neo4j-driver';
import type { ConnectionsState } from '../../graph/store.ts';
import { CircuitBreaker } from './circuitBreaker.ts';
import { asFault } from './faults.ts';
import { probePort } from './probePort.ts';
import { waitFor } from './waitFor.ts';
import type { Statement } from '../cypher/statement.ts';

export interface ConnectionOptions {
  uri: string;
  username?: string;
  password?: string;
  database?: string;
  /** Told when the database is found to be away, and why, and when it is found to be back. */
  onOutage?: (isAway: boolean, cause?: unknown) => void;
}

const PATIENCE = 2_000;
const POOL = 50;
/** How long anything at all may take to answer where the database is. */
const KNOCKING = 1_200;
/** How long a database that answers knocks may take to answer the first question after it was away. */
const PROBING = 3_000;
/** A connection that was not used for longer is tried before it is used: firewalls forget them silently. */
const IDLE = 60_000;
/** How long what an outage left behind may take to end. */
const RETIREMENT = 120_000;

/** The connections to a database, made anew after an outage. */
export class Connections {
  #driver: Driver;
  /** Of before an outage: what they still carry may end. */
  readonly #retired = new Set<Driver>();
  readonly #open = new Set<Session>();
  readonly #options: ConnectionOptions;
  readonly breaker: CircuitBreaker;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#driver = driverFor(options);
    this.breaker = new CircuitBreaker({
      probePort: () => probePort(options.uri, KNOCKING),
      sign: () => this.#isThere(),
      probe: () => this.#connectAnew(),
      onChange: (isOpen, cause) => options.onOutage?.(isOpen, cause),
    });
  }

  session(mode: typeof neo4j.session.READ): Session {
    const session = this.#sessionOf(this.#driver, mode);
    this.#open.add(session);
    return session;
  }

  /** Ends what the session still has under way, on the database too. */
  release(session: Session): void {
    if (this.#open.delete(session)) void session.close().catch(() => undefined);
  }

  /** A session at work has one connection of the pool. */
  get state(): ConnectionsState {
    return { isAway: this.breaker.isOpen, inUse: this.#open.size, most: POOL };
  }

  async close(): Promise<void> {
    this.breaker.close();
    const closing = [this.#driver, ...this.#retired].map((driver) => driver.close());
    await waitFor(Promise.all(closing), { deadline: PATIENCE }).catch(() => undefined);
  }

  /**
   * Connects as if for the first time, and goes on with these connections. Those of before an outage may be dead
   * without a sign, and a pool that is full of them has none to give.
   */
  async #connectAnew(): Promise<void> {
    await probePort(this.#options.uri, KNOCKING);
    const driver = driverFor(this.#options);
    try {
      const session = this.#sessionOf(driver, neo4j.session.READ);
      await waitFor(pingOver(session), { deadline: PROBING });
      await session.close();
    } catch (fault) {
      void driver.close();
      throw fault;
    }
    this.#retire(this.#driver);
    this.#driver = driver;
  }

  /** Of a cluster, another member may answer for the one that is named. */
  async #isThere(): Promise<void> {
    try {
      await probePort(this.#options.uri, KNOCKING);
    } catch (cause) {
      if (!this.#options.uri.startsWith('neo4j')) throw cause;
      const session = this.session(neo4j.session.WRITE);
      await waitFor(pingOver(session), { deadline: PATIENCE }).finally(() => this.release(session));
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

export const ping: Statement = {
  name: 'ping',
  purpose: 'Checks whether the database answers.',
  text: 'RETURN 1',
};

const pingOver = async (session: Session): Promise<void> => {
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
    disableLosslessIntegers: true, // every number stored here is below 2⁵³
    maxConnectionPoolSize: POOL,
    connectionAcquisitionTimeout: PATIENCE,
    connectionTimeout: PATIENCE,
    connectionLivenessCheckTimeout: IDLE,
    maxTransactionRetryTime: PATIENCE,
  });
