import type { TransactionRun } from '../connection/database.ts';
import type { Statement } from '../cypher/statement.ts';

/** Runs the statements of one batch, and remembers whether any of them changed the graph. */
export class BatchWriter {
  readonly #run: TransactionRun;
  changed = false;

  constructor(run: TransactionRun) {
    this.#run = run;
  }

  /** Runs a statement with the parameter `$rows`; does nothing if there are no rows. */
  async writeRows<Row>(statement: Statement, rows: readonly object[]): Promise<Row[]> {
    return rows.length === 0 ? [] : this.write(statement, { rows });
  }

  async write<Row>(statement: Statement, parameters: object): Promise<Row[]> {
    const { rows, changed } = await this.#run<Row>(statement, parameters);
    this.changed ||= changed;
    return rows;
  }
}
