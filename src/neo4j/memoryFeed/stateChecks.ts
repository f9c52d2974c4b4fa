import type { Database } from '../connection/database.ts';
import { storedState, versionOf, type StoredState } from './storedVersion.ts';

/** Checks which version of the graph is stored. Concurrent callers share a check. */
export class StateChecks {
  readonly #database: Database;
  readonly #maxStalenessMs: number;
  #check: Promise<StoredState> | undefined;
  #nextCheck: Promise<StoredState> | undefined;
  /** What the latest check found, and when its statement was sent, by `performance.now()`. */
  #known: { state: StoredState; since: number } | undefined;

  /** @param maxStalenessMs how long a check holds, in ms. The next one then runs in the background */
  constructor(database: Database, maxStalenessMs = 0) {
    this.#database = database;
    this.#maxStalenessMs = maxStalenessMs;
  }

  /** The state that the latest check found, if it is recent enough. Past half of its time the next check begins. */
  recent(): StoredState | undefined {
    if (!this.#known || this.#maxStalenessMs === 0) return undefined;
    const age = performance.now() - this.#known.since;
    if (age > this.#maxStalenessMs) return undefined;
    if (age > this.#maxStalenessMs / 2) this.state().catch(() => undefined); // an error is ignored here: if it persists, requests report it when the time is over
    return this.#known.state;
  }

  /**
   * The stored state, read by a statement that is sent after this call.
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
    versionOf(state);
    this.#known = { state: state as StoredState, since };
    return this.#known.state;
  }
}
