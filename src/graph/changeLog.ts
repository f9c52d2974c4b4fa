import type { EntityId } from './model/ids.ts';
import type { StoreBatch } from './storeSession.ts';

/** A store keeps the log entries of this many versions. */
export const LOGGED_VERSIONS = 100;

/**
 * The log entry of one version names at most this many entities. For a larger import it says only that it was too
 * large.
 */
const LOGGED_ENTITIES = 50_000;

/** The entities that the imports between two versions changed. */
export interface LoggedChanges {
  /** The version after the changes, and in `asOf` the time at which it was stored. */
  version: number;
  asOf: string;
  /**
   * The papers whose fields or edges changed, and the other entities whose fields changed. An id may occur several
   * times.
   */
  ids: readonly EntityId[];
  /** The entities of `ids` that were removed or merged into others; they may have been created again since. */
  removed: readonly EntityId[];
}

/** The entry for one version in the log of a store. */
export interface LogEntry {
  version: number;
  /** When the previous version was stored, ISO 8601 in UTC. */
  since: string;
  /** Null if the import was too large to be logged. */
  ids: readonly EntityId[] | null;
  removed: readonly EntityId[] | null;
}

/** Returns the changes between two states of a store. */
export const changesBetween = (
  earlier: { version: number; asOf: string },
  later: { version: number; asOf: string },
  entries: readonly LogEntry[],
): LoggedChanges | undefined => {
  const isWhole =
    entries.length === later.version - earlier.version &&
    entries.every(({ version }, index) => version === earlier.version + index + 1) &&
    (entries[0]?.since ?? later.asOf) === earlier.asOf;
  if (!isWhole || entries.some(({ ids }) => ids === null)) return undefined;
  return {
    version: later.version,
    asOf: later.asOf,
    ids: entries.flatMap(({ ids }) => ids ?? []),
    removed: entries.flatMap(({ removed }) => removed ?? []),
  };
};

/** Collects which entities one import changes. Stores write this to their log, by which memory graphs are updated. */
export class ChangeLog {
  readonly #ids = new Set<EntityId>();
  readonly #removed = new Set<EntityId>();
  #isComplete: boolean;

  /**
   * @param isComplete false if the store may have been changed before without a log entry, for example by an import
   *   that was interrupted: then this import is logged as too large, and memory graphs are built anew
   */
  constructor(isComplete = true) {
    this.#isComplete = isComplete;
  }

  /** @param citing the stored papers that are the citing papers of the new citations */
  add(
    { named, papers, paperKeys, broader, merges, removals }: StoreBatch,
    citing: readonly EntityId[],
  ): void {
    if (!this.#isComplete) return;
    for (const { id } of [...Object.values(named).flat(), ...papers, ...paperKeys]) this.#ids.add(id);
    for (const { topicId } of broader) this.#ids.add(topicId);
    for (const { from, into } of merges) {
      this.#ids.add(from).add(into);
      this.#removed.add(from);
    }
    for (const id of removals) {
      this.#ids.add(id);
      this.#removed.add(id);
    }
    for (const id of citing) this.#ids.add(id);
    if (this.#ids.size > LOGGED_ENTITIES) this.addEverything();
  }

  addEverything(): void {
    this.#isComplete = false;
    this.#ids.clear();
    this.#removed.clear();
  }

  /** The logged changes; undefined if they are too many, or if some may be missing. */
  get changes(): Pick<LoggedChanges, 'ids' | 'removed'> | undefined {
    return this.#isComplete ? { ids: [...this.#ids], removed: [...this.#removed] } : undefined;
  }
}
