import type { EntityId } from '../../graph/model/ids.ts';

/** The maximum number of cached row ids. Some batches need that many. One entry of the cache takes about 150 bytes. */
const MOST_ROW_IDS = 20_000;

/** Caches the row ids of entities by their ids. A full cache is emptied: most entities are used in one batch only. */
export class RowIdCache {
  readonly #rowIds = new Map<EntityId, number>();

  get(id: EntityId): number | undefined {
    return this.#rowIds.get(id);
  }

  set(id: EntityId, rowId: number): void {
    if (this.#rowIds.size >= MOST_ROW_IDS) this.#rowIds.clear();
    this.#rowIds.set(id, rowId);
  }

  delete(id: EntityId): void {
    this.#rowIds.delete(id);
  }
}
