/** Random numbers that are the same in each run (mulberry32 by Tommy Ettinger). */
export class RandomNumbers {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An integer from 0 up to, not including, the bound. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  /** The same, where n is drawn in proportion to 1 / (n + flatness), after Zipf's law. */
  zipf(bound: number, flatness: number): number {
    return Math.floor(flatness * ((bound / flatness + 1) ** this.next() - 1));
  }

  /** How often something of this probability happens before it fails for the first time. */
  repeats(probability: number): number {
    return Math.floor(Math.log(1 - this.next()) / Math.log(probability));
  }

  /** One of the last items of a list: of so many, or of this part of the list if that is more. */
  ofLast<Item>(items: readonly Item[], atLeast: number, part: number): Item | undefined {
    const reach = Math.min(items.length, Math.max(atLeast, Math.ceil(items.length * part)));
    return items[items.length - 1 - this.below(reach)];
  }
}
