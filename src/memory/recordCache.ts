import type { LRUCache } from 'lru-cache';

/**
 * A cache for records of one state of the stored graph. The cache of the next state takes over the records that did not
 * change.
 */
export class RecordCache<Value extends object> {
  readonly #create: () => LRUCache<string, Value>;
  #values: LRUCache<string, Value> | undefined;

  /** @param create makes an empty cache */
  constructor(create: () => LRUCache<string, Value>, values = create()) {
    this.#create = create;
    this.#values = values;
  }

  get(key: string): Value | undefined {
    return this.#values?.get(key);
  }

  set(key: string, value: Value): void {
    this.#values?.set(key, value);
  }

  /**
   * Returns the cache of the next state, which takes over the unchanged records. This cache is empty from then on:
   * reads of the earlier state that still run must neither see later records nor add earlier ones.
   *
   * @param changed the keys of records that are different in the next state
   */
  successor(changed: Iterable<string>): RecordCache<Value> {
    const values = this.#values;
    this.#values = undefined;
    for (const key of changed) values?.delete(key);
    return new RecordCache(this.#create, values);
  }
}
