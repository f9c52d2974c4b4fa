import { Database, type Answer, type TransactionRun } from '../../../src/neo4j/connection/database.ts';
import type { Statement } from '../../../src/neo4j/cypher/statement.ts';

/** A statement with the parameters it was sent with. */
export interface SentStatement {
  statement: Statement;
  parameters: object;
}

/** The rows that a statement returns, by its name; without an entry it returns none. */
export type RowsByName = Readonly<Record<string, readonly object[]>>;

/** Records what is sent instead of sending it, and answers with given rows. No server is needed. */
export class RecordingDatabase extends Database {
  readonly sent: SentStatement[] = [];
  readonly #rows: RowsByName;

  constructor(rows: RowsByName) {
    super({ uri: 'bolt://127.0.0.1:1' });
    this.#rows = rows;
  }

  override during(): Database {
    return this;
  }

  override async read<Row>(statement: Statement, parameters: object = {}): Promise<Row[]> {
    return this.#record<Row>(statement, parameters).rows;
  }

  override async run<Row>(statement: Statement, parameters: object = {}): Promise<Answer<Row>> {
    return this.#record(statement, parameters);
  }

  override transaction<Result>(work: (run: TransactionRun) => Promise<Result>): Promise<Result> {
    return work(async (statement, parameters) => this.#record(statement, parameters));
  }

  override readTransaction<Result>(work: (run: TransactionRun) => Promise<Result>): Promise<Result> {
    return this.transaction(work);
  }

  #record<Row>(statement: Statement, parameters: object): Answer<Row> {
    this.sent.push({ statement, parameters });
    return { rows: [...(this.#rows[statement.name] ?? [])] as Row[], changed: true };
  }
}
