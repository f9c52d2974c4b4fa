import neo4j, { type AuthToken, type Driver, type Session, type Transaction } from 'neo4j-driver';
import { within } from './deadline.ts';
import { asFault } from './faults.ts';
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
}

type Runner = Pick<Session | Transaction, 'run'>;
/** Runs one statement inside a transaction. */
export type TransactionRun = <Row>(statement: Statement, parameters: object) => Promise<Answer<Row>>;

export const READ_DEADLINE = 5_000;
export const IMPORT_DEADLINE = 120_000;
const PATIENCE = 2_000;

/** The one way to the database: every statement goes through `execute`, is timed, counted and bounded there. */
export class Database {
  readonly #driver: Driver;
  readonly #options: DatabaseOptions;

  constructor(options: DatabaseOptions) {
    this.#options = options;
    this.#driver = neo4j.driver(options.uri, credentials(options), {
      disableLosslessIntegers: true, // every number stored here is below 2⁵³
      maxConnectionPoolSize: 50,
      connectionAcquisitionTimeout: PATIENCE,
      connectionTimeout: PATIENCE,
      maxTransactionRetryTime: PATIENCE,
    });
  }

  /** Reads in a transaction of its own. @throws GraphError STORE_UNAVAILABLE or TIMEOUT. */
  async read<Row>(statement: Statement, parameters: object = {}, deadline = READ_DEADLINE): Promise<Row[]> {
    return this.#inSession(neo4j.session.READ, deadline, async (session) => {
      const { rows } = await this.#execute<Row>(session, statement, parameters, deadline);
      return rows;
    });
  }

  /** Runs in a transaction of its own where writes are served: on a cluster, the leader. */
  async run<Row>(
    statement: Statement,
    parameters: object = {},
    deadline = IMPORT_DEADLINE,
  ): Promise<Answer<Row>> {
    return this.#inSession(neo4j.session.WRITE, deadline, (session) =>
      this.#execute<Row>(session, statement, parameters, deadline),
    );
  }

  /** Several statements that happen all or not at all. */
  async transaction<Result>(
    work: (run: TransactionRun) => Promise<Result>,
    deadline = IMPORT_DEADLINE,
  ): Promise<Result> {
    return this.#inTransaction(neo4j.session.WRITE, deadline, work);
  }

  /** Several reads one after the other; each sees what others have committed by then. */
  async readTransaction<Result>(
    work: (run: TransactionRun) => Promise<Result>,
    deadline: number,
  ): Promise<Result> {
    return this.#inTransaction(neo4j.session.READ, deadline, work);
  }

  async close(): Promise<void> {
    await within(this.#driver.close(), PATIENCE).catch(() => undefined);
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
    const session = this.#driver.session({
      defaultAccessMode: mode,
      ...(this.#options.database && { database: this.#options.database }),
    });
    const closed = () => void session.close().catch(() => undefined); // tells the database to stop, too
    try {
      return await within(work(session), deadline, closed);
    } finally {
      closed();
    }
  }

  /** A circuit breaker belongs here: nothing reaches the database by another way. */
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
