import type { EntityId } from '../../graph/model/ids.ts';

/** The maximum number of cached keys. Some batches need that many. A key and its id take about 150 bytes. */
const MOST_KEYS = 20_000;

/** Caches the keys of entities by their ids. A full cache is emptied: most entities are used in one batch only. */
export class KeyCache {
  readonly #keys = new Map<EntityId, number>();

  get(id: EntityId): number | undefined {
    return this.#keys.get(id);
  }

  set(id: EntityId, key: number): void {
    if (this.#keys.size >= MOST_KEYS) this.#keys.clear();
    this.#keys.set(id, key);
  }

  delete(id: EntityId): void {
    this.#keys.delete(id);
  }
}
