import type { Database } from '../connection/database.ts';
import { missingGraphNode } from '../connection/faults.ts';
import { storedState, type StoredState } from './storedVersion.ts';

/** Checks which version of the graph is stored. Concurrent callers share a check. */
export class StateChecks {
  readonly #database: Database;
  readonly #maxStalenessMs: number;
  #check: Promise<StoredState> | undefined;
  #nextCheck: Promise<StoredState> | undefined;
  /** The result of the latest check, and the time at which its statement was sent, from `performance.now()`. */
  #known: { state: StoredState; since: number } | undefined;

  /** @param maxStalenessMs for how long the result of a check is used, in ms */
  constructor(database: Database, maxStalenessMs = 0) {
    this.#database = database;
    this.#maxStalenessMs = maxStalenessMs;
  }

  /**
   * The state that the latest check found, if it is not older than the allowed time; otherwise undefined. If it is
   * older than half of this time, the next check begins in the background.
   */
  recent(): StoredState | undefined {
    if (!this.#known || this.#maxStalenessMs === 0) return undefined;
    const age = performance.now() - this.#known.since;
    if (age > this.#maxStalenessMs) return undefined;
    // an error is ignored here: if it persists, later requests report it
    if (age > this.#maxStalenessMs / 2) this.state().catch(() => undefined);
    return this.#known.state;
  }

  /**
   * Reads the stored state with a statement that is sent after this call, so that the answer is never out of date.
   *
   * @throws GraphError STORE_UNAVAILABLE or TIMEOUT.
   */
  state(): Promise<StoredState> {
    this.#nextCheck ??= (async () => {
      await this.#check?.catch(() => undefined);
      this.#check = this.#readState();
      this.#nextCheck = undefined;
      return this.#check;
    })();
    return this.#nextCheck;
  }

  async #readState(): Promise<StoredState> {
    const since = performance.now();
    const [state] = await this.#database.read<StoredState>(storedState);
    if (!state) throw missingGraphNode();
    this.#known = { state, since };
    return state;
  }
}
