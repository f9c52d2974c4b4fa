import DataLoader from 'dataloader';
import type { EntityId } from '../../graph/model/ids.ts';
import type { Page } from '../../graph/model/pages.ts';
import type { BatchScheduler } from './batchScheduler.ts';
import { pageLoader, type PageReader } from './pageLoader.ts';

/** Makes DataLoaders that send their batches to the store at the time that the batch scheduler chooses. */
export class LoaderFactory {
  readonly #schedule: BatchScheduler['schedule'];

  constructor({ schedule }: BatchScheduler) {
    this.#schedule = schedule;
  }

  /**
   * Creates a loader of pages. It reads the same page of the lists of several parents in one call, for example the
   * first 10 papers of each of 50 authors.
   */
  pages<Arguments extends { first: number }, EntryPage extends Page<unknown>>(
    page: Arguments,
    read: PageReader<Arguments, EntryPage>,
  ) {
    return pageLoader(page, read, this.#schedule);
  }

  /** Creates a loader of values by ids; it returns null for an id without a value. */
  byId<Value>(read: (ids: readonly EntityId[]) => Promise<Map<EntityId, Value>>) {
    return this.batched<EntityId, Value | null>(
      async (ids) => {
        const values = await read(ids);
        return ids.map((id) => values.get(id) ?? null);
      },
      (id) => id,
    );
  }

  /** Creates a loader of values by keys. `read` must return one value for each key, in the same order. */
  batched<Key, Value>(
    read: (keys: readonly Key[]) => Promise<readonly Value[]>,
    cacheKey: (key: Key) => string,
  ) {
    return new DataLoader<Key, Value, string>(read, {
      cacheKeyFn: cacheKey,
      batchScheduleFn: this.#schedule,
    });
  }
}
