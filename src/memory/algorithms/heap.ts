/** A binary heap. The compare function decides which item comes first. */
export class Heap<Item> {
  readonly #items: Item[] = [];
  readonly #compare: (left: Item, right: Item) => number;

  constructor(compare: (left: Item, right: Item) => number) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#items.length;
  }

  push(item: Item): void {
    const items = this.#items;
    let place = items.length;
    items.push(item);
    while (place > 0) {
      const parent = (place - 1) >>> 1;
      const above = items[parent] as Item;
      if (this.#compare(item, above) >= 0) break;
      items[place] = above;
      place = parent;
    }
    items[place] = item;
  }

  /**
   * Removes and returns the item that comes first in the order of the compare function; undefined if the heap is empty.
   */
  pop(): Item | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (last !== undefined && items.length > 0) this.#sink(last);
    return first;
  }

  #sink(item: Item): void {
    const items = this.#items;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && this.#compare(items[child + 1] as Item, items[child] as Item) < 0)
        child += 1;
      const below = items[child] as Item;
      if (this.#compare(item, below) <= 0) break;
      items[place] = below;
      place = child;
    }
    items[place] = item;
  }
}
