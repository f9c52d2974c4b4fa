import { randomUUID } from 'node:crypto';
import { GraphError } from '../../graph/errors.ts';
import type { Database, TransactionRun } from '../database.ts';
import { releaseLease, renewLease, takeLease } from '../statements/lease.ts';

/** How long an import that died keeps others out. */
const LEASE = 30_000;

/** What the graph was like when the lease was taken, or is now. */
export interface GraphState {
  unfinished: boolean;
  collaborationCap: number;
}

const underWay = (): GraphError =>
  new GraphError(
    'STORE_UNAVAILABLE',
    'Another import is under way. One that died is forgotten after 30 seconds.',
  );

/** The right to import, kept for as long as this process lives and no longer than until it is released. */
export class Lease {
  readonly owner = randomUUID();
  readonly #database: Database;
  #renewal: NodeJS.Timeout | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws GraphError STORE_UNAVAILABLE where another import is under way. */
  async take(): Promise<GraphState> {
    const parameters = { owner: this.owner, milliseconds: LEASE };
    const { rows } = await this.#database.run<GraphState>(takeLease, parameters);
    if (!rows[0]) throw underWay();
    this.#renewal = setInterval(() => {
      // one that fails shows when the next batch is written
      this.#database.run(renewLease, parameters).catch(() => undefined);
    }, LEASE / 3);
    this.#renewal.unref();
    return rows[0];
  }

  /** Whether the graph is unfinished. The transaction holds the lease until it ends. */
  async hold(run: TransactionRun): Promise<{ unfinished: boolean }> {
    const { rows } = await run<{ unfinished: boolean }>(renewLease, {
      owner: this.owner,
      milliseconds: LEASE,
    });
    if (!rows[0]) throw underWay();
    return rows[0];
  }

  /** Ends renewing; the lease itself ends with the statement that finishes the import, or by `release`. */
  stopRenewing(): void {
    clearInterval(this.#renewal);
  }

  async release(): Promise<void> {
    this.stopRenewing();
    await this.#database.run(releaseLease, { owner: this.owner });
  }
}
