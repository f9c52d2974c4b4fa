import type { StoredPaper } from '../importSession.ts';
import { kindOf, type EntityId } from '../model/ids.ts';
import type { StoreBatch } from '../storeSession.ts';
import { withMentions } from './visiblePaper.ts';

/**
 * Changes that corrections do not affect, and that the store will write unchanged at the end of the batch. Until then,
 * a paper that is read from the store is out of date, and `applied` adds the changes to it.
 */
export class PassedChanges {
  readonly #mergedInto = new Map<EntityId, EntityId>();
  readonly #keys = new Map<EntityId, readonly EntityId[]>();

  add({ merges, paperKeys }: Pick<StoreBatch, 'merges' | 'paperKeys'>): void {
    for (const { from, into } of merges) if (kindOf(from) !== 'PAPER') this.#mergedInto.set(from, into);
    for (const { id, keys } of paperKeys) this.#keys.set(id, keys);
  }

  /** Returns the paper as it will be after the changes. */
  applied(paper: StoredPaper): StoredPaper {
    const keys = this.#keys.get(paper.id) ?? paper.keys;
    if (this.#mergedInto.size === 0) return keys === paper.keys ? paper : { ...paper, keys };
    return { ...withMentions(paper, (id) => this.#remaining(id)), keys };
  }

  clear(): void {
    this.#mergedInto.clear();
    this.#keys.clear();
  }

  #remaining(id: EntityId): EntityId {
    const into = this.#mergedInto.get(id);
    return into === undefined ? id : this.#remaining(into);
  }
}
