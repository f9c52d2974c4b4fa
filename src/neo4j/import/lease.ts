import { randomUUID } from 'node:crypto';
import { ImportUnderWay } from '../../graph/errors.ts';
import type { Database, TransactionRun } from '../connection/database.ts';
import { releaseLease, renewLease, takeLease } from './leaseStatements.ts';

/** How long an import that died keeps others out. */
const LEASE = 30_000;

/** What the graph was like when the lease was taken, or is now. */
export interface GraphState {
  unfinished: boolean;
  collaborationCap: number;
}

const underWay = (): ImportUnderWay =>
  new ImportUnderWay('Another import is under way. One that died is forgotten after 30 seconds.');

/** The right to import, kept for as long as this process lives and no longer than until it is released. */
export class Lease {
  readonly owner = randomUUID();
  readonly #database: Database;
  readonly #milliseconds: number;
  #renewal: NodeJS.Timeout | undefined;
  #isRenewing = false;

  constructor(database: Database, milliseconds = LEASE) {
    this.#database = database;
    this.#milliseconds = milliseconds;
  }

  /** @throws ImportUnderWay where there is another import; GraphError STORE_UNAVAILABLE. */
  async take(): Promise<GraphState> {
    const { rows } = await this.#database.run<GraphState>(takeLease, this.#parameters);
    if (!rows[0]) throw underWay();
    this.#renewal = setInterval(() => void this.#renew(), this.#milliseconds / 3).unref();
    return rows[0];
  }

  /**
   * Whether the graph is unfinished. The transaction keeps others from the lease until it ends; by then it may have
   * run out, so a transaction that takes long holds it at its end again.
   */
  async hold(run: TransactionRun): Promise<{ unfinished: boolean }> {
    const { rows } = await run<{ unfinished: boolean }>(renewLease, this.#parameters);
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

  get #parameters() {
    return { owner: this.owner, milliseconds: this.#milliseconds };
  }

  /** One that fails shows when the next batch is written; one at a time, for it waits while a batch is. */
  async #renew(): Promise<void> {
    if (this.#isRenewing) return;
    this.#isRenewing = true;
    await this.#database.run(renewLease, this.#parameters).catch(() => undefined);
    this.#isRenewing = false;
  }
}
