import { randomUUID } from 'node:crypto';
import { ImportUnderWay } from '../../graph/errors.ts';
import type { Database, TransactionRun } from '../connection/database.ts';
import type { ImportState } from '../prepareSchema.ts';
import { releaseLease, renewLease, takeLease } from './leaseStatements.ts';

/**
 * How long the lease lasts if it is not renewed, in milliseconds. If an import dies, other imports can begin only after
 * this time.
 */
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

  /** @param duration how long the lease lasts if it is not renewed, in milliseconds */
  constructor(database: Database, duration = LEASE) {
    this.#database = database;
    this.#duration = duration;
  }

  /** @throws ImportUnderWay if another import holds the lease; GraphError STORE_UNAVAILABLE. */
  async take(): Promise<ImportState> {
    const { rows } = await this.#database.run<ImportState>(takeLease, this.#parameters);
    if (!rows[0]) throw importUnderWay();
    this.#renewal = setInterval(() => void this.#renew(), this.#duration / 3).unref();
    return rows[0];
  }

  /**
   * Renews the lease as part of a transaction, so that no other import can take it until the transaction ends. A
   * transaction that may take longer than the lease must call this again at its end.
   *
   * @returns whether the graph is unfinished
   * @throws ImportUnderWay if another import took over the lease.
   */
  async renewIn(run: TransactionRun): Promise<boolean> {
    const { rows } = await run<{ unfinished: boolean }>(renewLease, this.#parameters);
    if (!rows[0]) throw importUnderWay();
    return rows[0].unfinished;
  }

  /** Stops the periodic renewal. Needed when the lease is released by a statement other than that of `release`. */
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
   * Errors are ignored: if the lease was lost, the next batch fails. A renewal waits until a running batch is written,
   * so no second renewal is started meanwhile.
   */
  async #renew(): Promise<void> {
    if (this.#isRenewing) return;
    this.#isRenewing = true;
    await this.#database.run(renewLease, this.#parameters).catch(() => undefined);
    this.#isRenewing = false;
  }
}
