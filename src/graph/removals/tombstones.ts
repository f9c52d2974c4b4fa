import type { ImportBatch } from '../importSession.ts';
import type { EntityId } from '../model/ids.ts';
import type { KeptRecord, StoreSession } from '../storeSession.ts';

/** The tombstones of papers that sources took back. Each id that such a paper had has one. */
export class Tombstones {
  readonly #store: StoreSession;
  /** The ids that have a tombstone. */
  #ids: Set<EntityId> | undefined;

  constructor(store: StoreSession) {
    this.#store = store;
  }

  /**
   * The tombstones that have to be added because of changes, and those that have to be removed because their ids lead
   * to papers again.
   */
  async changes({ papers, paperKeys, removals }: ImportBatch): Promise<KeptRecord[]> {
    if (papers.length + paperKeys.length + removals.length === 0) return [];
    const ids = (this.#ids ??= new Set((await this.#store.kept('removed')).keys()));
    const records: KeptRecord[] = [];
    for (const removal of removals) {
      if (ids.has(removal.id)) continue; // an earlier import already stored this removal
      const text = JSON.stringify(removal);
      for (const id of [removal.id, ...removal.otherIds]) {
        ids.add(id);
        records.push({ type: 'removed', id, text });
      }
    }
    if (ids.size === 0) return records;
    for (const { id, keys } of [...papers, ...paperKeys]) {
      for (const each of [id, ...keys])
        if (ids.delete(each)) records.push({ type: 'removed', id: each, text: null });
    }
    return records;
  }
}
