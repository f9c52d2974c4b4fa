import type { ConnectionsState } from '../../graph/store.ts';
import neo4j, { type Session, type Transaction } from 'neo4j-driver';
import { Connections, type ConnectionOptions } from './connections.ts';
import { waitFor } from './waitFor.ts';
import { asFault, isLostConnection } from './faults.ts';
import { asParameters } from '../cypher/parameters.ts';
import type { Statement } from '../cypher/statement.ts';

/** What a statement did: its rows, and whether it changed anything. */
export interface Answer<Row> {
  rows: Row[];
  changed: boolean;
}

/** Told of every statement when it has ended, well or not. */
export type StatementListener = (name: string, milliseconds: number) => void;

export interface DatabaseOptions extends ConnectionOptions {
  onStatement?: StatementListener;
}

type Runner = Pick<Session | Transaction, 'run'>;
/** Runs one statement inside a transaction. */
export type TransactionRun = <Row>(statement: Statement, parameters: object) => Promise<Answer<Row>>;

export const READ_DEADLINE = 5_000;
export const IMPORT_DEADLINE = 120_000;
/** A reading that fails sooner may be begun again without anyone's noticing. */
const SOON = 500;

/** The one way to the database: every statement goes through `execute`, is timed, counted and bounded there. */
export class Database {
  readonly #options: DatabaseOptions;
  readonly #connections: Connections;
  readonly #signal: AbortSignal | undefined;

  constructor(options: DatabaseOptions, connections = new Connections(options), signal?: AbortSignal) {
    this.#options = options;
    this.#connections = connections;
    this.#signal = signal;
  }

  /** The same way for someone who may stop waiting: what runs when the signal aborts is ended on the server. */
  during(signal: AbortSignal): Database {
    return new Database(this.#options, this.#connections, signal);
  }

  get connections(): ConnectionsState {
    return this.#connections.state;
  }

  /** Reads in a transaction of its own. @throws GraphError STORE_UNAVAILABLE or TIMEOUT. */
  async read<Row>(statement: Statement, parameters: object = {}, deadline = READ_DEADLINE): Promise<Row[]> {
    const reading = () =>
      this.#inSession(neo4j.session.READ, deadline, async (session) => {
        const { rows } = await this.#execute<Row>(session, statement, parameters, deadline);
        return rows;
      });
    return this.#connections.breaker.read(() => againIfLost(reading));
  }

  /** Runs in a transaction of its own where writes are served: on a cluster, the leader. */
  async run<Row>(
    statement: Statement,
    parameters: object = {},
    deadline = IMPORT_DEADLINE,
  ): Promise<Answer<Row>> {
    return this.#connections.breaker.write((gone) =>
      this.#inSession(
        neo4j.session.WRITE,
        deadline,
        (session) => this.#execute<Row>(session, statement, parameters, deadline),
        gone,
      ),
    );
  }

  /** Several statements that happen all or not at all. */
  async transaction<Result>(
    work: (run: TransactionRun) => Promise<Result>,
    deadline = IMPORT_DEADLINE,
  ): Promise<Result> {
    return this.#connections.breaker.write((gone) =>
      this.#inTransaction(neo4j.session.WRITE, deadline, work, gone),
    );
  }

  /** Several reads one after the other; each sees what others have committed by then. */
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
    gone?: AbortSignal,
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
        await transaction?.rollback().catch(() => undefined); // what went wrong first is what counts
        throw asFault(thrown, 'transaction');
      }
    };
    return this.#inSession(mode, deadline, inTransaction, gone);
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
