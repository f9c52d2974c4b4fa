import { randomUUID } from 'node:crypto';
import { ImportUnderWay } from '../../graph/errors.ts';
import type { Database, TransactionRun } from '../connection/database.ts';
import type { GraphState } from '../connection/prepareSchema.ts';
import { releaseLease, renewLease, takeLease } from './leaseStatements.ts';

/** How long an import that died prevents other imports, in milliseconds. */
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
   * Renews the lease in a transaction. No other import can take the lease until the transaction ends. A transaction
   * that may take longer than the lease renews the lease again at its end.
   *
   * @returns whether the graph is unfinished
   * @throws ImportUnderWay if another import took over the lease.
   */
  async renewIn(run: TransactionRun): Promise<boolean> {
    const { rows } = await run<{ unfinished: boolean }>(renewLease, this.#parameters);
    if (!rows[0]) throw importUnderWay();
    return rows[0].unfinished;
  }

  /** Ends the renewal of a lease that another statement releases. */
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

  /**
   * An error is ignored: the next batch fails if the lease was lost. Only one renewal runs at a time, because it waits
   * while a batch is written.
   */
  async #renew(): Promise<void> {
    if (this.#isRenewing) return;
    this.#isRenewing = true;
    await this.#database.run(renewLease, this.#parameters).catch(() => undefined);
    this.#isRenewing = false;
  }
}
