import type { ConnectionsState } from '../../graph/readiness.ts';
import neo4j, { type Session, type Transaction } from 'neo4j-driver';
import { Connections, type ConnectionOptions } from './connections.ts';
import { waitFor } from './waitFor.ts';
import { asFault, isLostConnection } from './faults.ts';
import { asSent } from '../cypher/parameters.ts';
import type { Statement } from '../cypher/statement.ts';

/** The result of a statement. */
export interface Answer<Row> {
  rows: Row[];
  /** Whether the statement has changed the graph. */
  changed: boolean;
}

/** Called when a statement has ended, whether it succeeded or failed. */
export type StatementListener = (name: string, milliseconds: number) => void;

export interface DatabaseOptions extends ConnectionOptions {
  onStatement?: StatementListener;
}

type Runner = Pick<Session | Transaction, 'run'>;
/** Runs one statement inside a transaction. */
export type TransactionRun = <Row>(statement: Statement, parameters: object) => Promise<Answer<Row>>;

/**
 * The default time limit of a statement that reads, in milliseconds. IMPORT_DEADLINE is the time limit of a statement
 * of an import.
 */
const READ_DEADLINE = 5_000;
const IMPORT_DEADLINE = 120_000;
/** A read that loses its connection within this time, in milliseconds, is repeated. */
const RETRY_LIMIT = 500;

/** Runs statements, each with a deadline, and reports how long each of them took. */
export class Database {
  readonly #options: DatabaseOptions;
  readonly #connections: Connections;
  readonly #signal: AbortSignal | undefined;

  constructor(options: DatabaseOptions, connections = new Connections(options), signal?: AbortSignal) {
    this.#options = options;
    this.#connections = connections;
    this.#signal = signal;
  }

  /**
   * Returns the same database for one request: when the signal aborts, the statements of the request end on the server.
   */
  during(signal: AbortSignal): Database {
    return new Database(this.#options, this.#connections, signal);
  }

  get connections(): ConnectionsState {
    return this.#connections.state;
  }

  /**
   * Runs a read in its own transaction. @throws GraphError STORE_UNAVAILABLE or TIMEOUT; the reason of the signal if it
   * aborts.
   */
  async read<Row>(statement: Statement, parameters: object = {}, deadline = READ_DEADLINE): Promise<Row[]> {
    const readOnce = () =>
      this.#inSession(neo4j.session.READ, deadline, async (session) => {
        const { rows } = await this.#execute<Row>(session, statement, parameters, deadline);
        return rows;
      });
    return this.#connections.breaker.read(() => retryIfLost(readOnce));
  }

  /** Runs a statement in its own transaction; in a cluster, on the member that serves writes. */
  async run<Row>(
    statement: Statement,
    parameters: object = {},
    deadline = IMPORT_DEADLINE,
  ): Promise<Answer<Row>> {
    return this.#connections.breaker.write((signal) =>
      this.#inSession(
        neo4j.session.WRITE,
        deadline,
        (session) => this.#execute<Row>(session, statement, parameters, deadline),
        signal,
      ),
    );
  }

  /** Runs several statements, of which either all or none take effect. */
  async transaction<Result>(
    work: (run: TransactionRun) => Promise<Result>,
    deadline = IMPORT_DEADLINE,
  ): Promise<Result> {
    return this.#connections.breaker.write((signal) =>
      this.#inTransaction(neo4j.session.WRITE, deadline, work, signal),
    );
  }

  /**
   * Makes Neo4j plan a statement before it is needed, because planning takes up to 100 ms. Runs the statement without
   * parameters, so that it finds nothing, and rolls the transaction back.
   */
  async plan(statement: Statement): Promise<void> {
    await this.#connections.breaker.write((signal) =>
      this.#inSession(
        neo4j.session.WRITE,
        IMPORT_DEADLINE,
        async (session) => {
          const transaction = await session.beginTransaction();
          try {
            await this.#execute(transaction, statement, {});
          } finally {
            await transaction.rollback();
          }
        },
        signal,
      ),
    );
  }

  /** Runs several reads one after the other. Each read sees what other transactions have committed before it. */
  async readTransaction<Result>(
    work: (run: TransactionRun) => Promise<Result>,
    deadline: number,
  ): Promise<Result> {
    return this.#connections.breaker.read(() => this.#inTransaction(neo4j.session.READ, deadline, work));
  }

  close(): Promise<void> {
    return this.#connections.close();
  }

  async #inTransaction<Result>(
    mode: typeof neo4j.session.READ,
    deadline: number,
    work: (run: TransactionRun) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    const inTransaction = async (session: Session): Promise<Result> => {
      let transaction: Transaction | undefined;
      try {
        transaction = await session.beginTransaction({ timeout: deadline });
        const runner = transaction;
        const result = await work((statement, parameters) => this.#execute(runner, statement, parameters));
        await transaction.commit();
        return result;
      } catch (thrown) {
        // an error of the rollback is ignored, because the error that led to it is thrown
        await transaction?.rollback().catch(() => undefined);
        throw asFault(thrown, 'transaction');
      }
    };
    return this.#inSession(mode, deadline, inTransaction, signal);
  }

  async #inSession<Result>(
    mode: typeof neo4j.session.READ,
    deadline: number,
    work: (session: Session) => Promise<Result>,
    signal = this.#signal,
  ): Promise<Result> {
    signal?.throwIfAborted();
    const session = this.#connections.session(mode);
    try {
      return await waitFor(work(session), { deadline, signal });
    } finally {
      this.#connections.release(session);
    }
  }

  async #execute<Row>(
    runner: Runner,
    statement: Statement,
    parameters: object,
    timeout?: number,
  ): Promise<Answer<Row>> {
    const start = performance.now();
    try {
      const settings = timeout === undefined ? undefined : { timeout };
      const sent = asSent(statement, parameters);
      const result = await (runner as Session).run(sent.text, sent.parameters, settings);
      return {
        rows: result.records.map((record) => record.toObject() as Row),
        changed: result.summary.counters.containsUpdates(),
      };
    } catch (thrown) {
      throw asFault(thrown, statement.name);
    } finally {
      this.#options.onStatement?.(statement.name, performance.now() - start);
    }
  }
}

/** Repeats a read whose connection was lost. A lost connection does not mean that the database cannot be reached. */
const retryIfLost = async <Result>(read: () => Promise<Result>): Promise<Result> => {
  const start = performance.now();
  try {
    return await read();
  } catch (fault) {
    if (!isLostConnection(fault) || performance.now() - start > RETRY_LIMIT) throw fault;
    return read();
  }
};
