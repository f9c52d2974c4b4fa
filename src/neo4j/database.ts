import neo4j, { type AuthToken, type Driver, type Session, type Transaction } from 'neo4j-driver';
import { Breaker } from './breaker.ts';
import { within } from './deadline.ts';
import { asFault, isLostConnection } from './faults.ts';
import { knock } from './knock.ts';
import { asParameters } from './parameters.ts';

/** A Cypher text with the name it has in logs and counts. */
export interface Statement {
  name: string;
  text: string;
}

/** What a statement did: its rows, and whether it changed anything. */
export interface Answer<Row> {
  rows: Row[];
  changed: boolean;
}

/** Told of every statement when it has ended, well or not. */
export type StatementListener = (name: string, milliseconds: number) => void;

export interface DatabaseOptions {
  uri: string;
  username?: string;
  password?: string;
  database?: string;
  onStatement?: StatementListener;
  /** Told when the database is found to be away, and why, and when it is found to be back. */
  onOutage?: (isAway: boolean, cause?: unknown) => void;
}

type Runner = Pick<Session | Transaction, 'run'>;
/** Runs one statement inside a transaction. */
export type TransactionRun = <Row>(statement: Statement, parameters: object) => Promise<Answer<Row>>;

export const READ_DEADLINE = 5_000;
export const IMPORT_DEADLINE = 120_000;
const PATIENCE = 2_000;
/** How long anything at all may take to answer where the database is. */
const KNOCKING = 1_200;
/** How long a database that answers knocks may take to answer the first question after it was away. */
const PROBING = 3_000;
/** A connection that was not used for longer is tried before it is used: firewalls forget them silently. */
const IDLE = 60_000;
/** A reading that fails sooner may be begun again without anyone's noticing. */
const SOON = 500;

const alive: Statement = { name: 'alive', text: 'RETURN 1' };

/** The one way to the database: every statement goes through `execute`, is timed, counted and bounded there. */
export class Database {
  #driver: Driver;
  /** Of before an outage: what they still carry may end. */
  readonly #retired = new Set<Driver>();
  readonly #options: DatabaseOptions;
  readonly #breaker: Breaker;

  constructor(options: DatabaseOptions) {
    this.#options = options;
    this.#driver = driverFor(options);
    this.#breaker = new Breaker({
      knock: () => knock(options.uri, KNOCKING),
      probe: () => this.#connectAnew(),
      onChange: (isOpen, cause) => options.onOutage?.(isOpen, cause),
    });
  }

  /** Whether the database is known to be away. */
  get isAway(): boolean {
    return this.#breaker.isOpen;
  }

  /** Reads in a transaction of its own. @throws GraphError STORE_UNAVAILABLE or TIMEOUT. */
  async read<Row>(statement: Statement, parameters: object = {}, deadline = READ_DEADLINE): Promise<Row[]> {
    const reading = () =>
      this.#inSession(neo4j.session.READ, deadline, async (session) => {
        const { rows } = await this.#execute<Row>(session, statement, parameters, deadline);
        return rows;
      });
    return this.#breaker.read(() => againIfLost(reading));
  }

  /** Runs in a transaction of its own where writes are served: on a cluster, the leader. */
  async run<Row>(
    statement: Statement,
    parameters: object = {},
    deadline = IMPORT_DEADLINE,
  ): Promise<Answer<Row>> {
    return this.#breaker.write(() =>
      this.#inSession(neo4j.session.WRITE, deadline, (session) =>
        this.#execute<Row>(session, statement, parameters, deadline),
      ),
    );
  }

  /** Several statements that happen all or not at all. */
  async transaction<Result>(
    work: (run: TransactionRun) => Promise<Result>,
    deadline = IMPORT_DEADLINE,
  ): Promise<Result> {
    return this.#breaker.write(() => this.#inTransaction(neo4j.session.WRITE, deadline, work));
  }

  /** Several reads one after the other; each sees what others have committed by then. */
  async readTransaction<Result>(
    work: (run: TransactionRun) => Promise<Result>,
    deadline: number,
  ): Promise<Result> {
    return this.#breaker.read(() => this.#inTransaction(neo4j.session.READ, deadline, work));
  }

  async close(): Promise<void> {
    this.#breaker.close();
    const closing = [this.#driver, ...this.#retired].map((driver) => driver.close());
    await within(Promise.all(closing), PATIENCE).catch(() => undefined);
  }

  /**
   * Connects as if for the first time, and goes on with these connections. Those of before an outage may be dead
   * without a sign, and a pool that is full of them has none to give.
   */
  async #connectAnew(): Promise<void> {
    await knock(this.#options.uri, KNOCKING);
    const driver = driverFor(this.#options);
    try {
      const session = this.#sessionOf(driver, neo4j.session.READ);
      await within(this.#execute(session, alive, {}), PROBING);
      await session.close();
    } catch (fault) {
      void driver.close();
      throw fault;
    }
    this.#retire(this.#driver);
    this.#driver = driver;
  }

  #retire(driver: Driver): void {
    this.#retired.add(driver);
    setTimeout(() => {
      this.#retired.delete(driver);
      void driver.close();
    }, IMPORT_DEADLINE).unref();
  }

  #sessionOf(driver: Driver, mode: typeof neo4j.session.READ): Session {
    const { database } = this.#options;
    return driver.session({ defaultAccessMode: mode, ...(database && { database }) });
  }

  async #inTransaction<Result>(
    mode: typeof neo4j.session.READ,
    deadline: number,
    work: (run: TransactionRun) => Promise<Result>,
  ): Promise<Result> {
    return this.#inSession(mode, deadline, async (session) => {
      let transaction: Transaction | undefined;
      try {
        transaction = await session.beginTransaction({ timeout: deadline });
        const runner = transaction;
        const result = await work((statement, parameters) => this.#execute(runner, statement, parameters));
        await transaction.commit();
        return result;
      } catch (thrown) {
        await transaction?.rollback().catch(() => undefined); // what went wrong first is what counts
        throw asFault(thrown, 'transaction');
      }
    });
  }

  async #inSession<Result>(
    mode: typeof neo4j.session.READ,
    deadline: number,
    work: (session: Session) => Promise<Result>,
  ): Promise<Result> {
    const session = this.#sessionOf(this.#driver, mode);
    const closed = () => void session.close().catch(() => undefined); // tells the database to stop, too
    try {
      return await within(work(session), deadline, closed);
    } finally {
      closed();
    }
  }

  async #execute<Row>(
    runner: Runner,
    statement: Statement,
    parameters: object,
    timeout?: number,
  ): Promise<Answer<Row>> {
    const begun = performance.now();
    try {
      const settings = timeout === undefined ? undefined : { timeout };
      const result = await (runner as Session).run(statement.text, asParameters(parameters), settings);
      return {
        rows: result.records.map((record) => record.toObject() as Row),
        changed: result.summary.counters.containsUpdates(),
      };
    } catch (thrown) {
      throw asFault(thrown, statement.name);
    } finally {
      this.#options.onStatement?.(statement.name, performance.now() - begun);
    }
  }
}

const credentials = ({ username, password }: DatabaseOptions): AuthToken | undefined =>
  username === undefined ? undefined : neo4j.auth.basic(username, password ?? '');

const driverFor = (options: DatabaseOptions): Driver =>
  neo4j.driver(options.uri, credentials(options), {
    disableLosslessIntegers: true, // every number stored here is below 2⁵³
    maxConnectionPoolSize: 50,
    connectionAcquisitionTimeout: PATIENCE,
    connectionTimeout: PATIENCE,
    connectionLivenessCheckTimeout: IDLE,
    maxTransactionRetryTime: PATIENCE,
  });

/** One connection lost is no database lost, and to read twice changes nothing. */
const againIfLost = async <Result>(reading: () => Promise<Result>): Promise<Result> => {
  const began = performance.now();
  try {
    return await reading();
  } catch (fault) {
    if (!isLostConnection(fault) || performance.now() - began > SOON) throw fault;
    return reading();
  }
};
