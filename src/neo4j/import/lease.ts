import { randomUUID } from 'node:crypto';
import { ImportUnderWay } from '../../graph/errors.ts';
import type { Database, TransactionRun } from '../connection/database.ts';
import type { GraphState } from '../connection/prepareSchema.ts';
import { releaseLease, renewLease, takeLease } from './leaseStatements.ts';

/** How long an import that died keeps others out, in milliseconds. */
const LEASE = 30_000;

const importUnderWay = (): ImportUnderWay =>
  new ImportUnderWay(
    'Another import is under way. If it died, its lease expires within 30 seconds: try again then.',
  );

/** The exclusive right to import, renewed until it is released or this process ends. */
export class Lease {
  readonly owner = randomUUID();
  readonly #database: Database;
  readonly #duration: number;
  #renewal: NodeJS.Timeout | undefined;
  #isRenewing = false;

  /** @param duration in milliseconds */
  constructor(database: Database, duration = LEASE) {
    this.#database = database;
    this.#duration = duration;
  }

  /** @throws ImportUnderWay if another import holds the lease; GraphError STORE_UNAVAILABLE. */
  async take(): Promise<GraphState> {
    const { rows } = await this.#database.run<GraphState>(takeLease, this.#parameters);
    if (!rows[0]) throw importUnderWay();
    this.#renewal = setInterval(() => void this.#renew(), this.#duration / 3).unref();
    return rows[0];
  }

  /**
   * Renews the lease in a transaction, which keeps others from taking it until the transaction ends. A transaction that
   * may take longer than the lease renews it again at its end.
   *
   * @returns whether the graph is unfinished
   * @throws ImportUnderWay if another import took over the lease.
   */
  async renewIn(run: TransactionRun): Promise<boolean> {
    const { rows } = await run<{ unfinished: boolean }>(renewLease, this.#parameters);
    if (!rows[0]) throw importUnderWay();
    return rows[0].unfinished;
  }

  /** Ends the renewal of a lease that another statement gives back. */
  stopRenewing(): void {
    clearInterval(this.#renewal);
  }

  async release(): Promise<void> {
    this.stopRenewing();
    await this.#database.run(releaseLease, { owner: this.owner });
  }

  get #parameters() {
    return { owner: this.owner, milliseconds: this.#duration };
  }

  /** A failure shows when the next batch is written. A renewal waits for a batch, so there is one at a time. */
  async #renew(): Promise<void> {
    if (this.#isRenewing) return;
    this.#isRenewing = true;
    await this.#database.run(renewLease, this.#parameters).catch(() => undefined);
    this.#isRenewing = false;
  }
}
