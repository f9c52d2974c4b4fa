import { at, type NodeRange } from '../algorithms/adjacency.ts';

/** A column as plain data. */
export interface WordColumnData {
  /** Each value once, in the order of their numbers, which begin with 1. */
  words: string[];
  /** By node, counted from the first one: the number of its value, 0 for none. */
  values: Uint32Array;
}

/** One field with few different values: a number for each value, and for each node the number of its value. */
export class WordColumn {
  readonly #start: number;
  readonly #numbers = new Map<string, number>();
  readonly #values: Uint32Array;

  /** @param data of a column that was saved; by default no node has a value */
  constructor({ start, end }: NodeRange, data?: WordColumnData) {
    this.#start = start;
    this.#values = data?.values ?? new Uint32Array(end - start);
    data?.words.forEach((word, index) => this.#numbers.set(word, index + 1));
  }

  get data(): WordColumnData {
    return { words: [...this.#numbers.keys()], values: this.#values };
  }

  set(node: number, word: string | null): void {
    if (word === null || word === '') return;
    const number = this.#numbers.get(word) ?? this.#numbers.size + 1;
    this.#numbers.set(word, number);
    this.#values[node - this.#start] = number;
  }

  /** A test for nodes whose value is one of the words. */
  isOneOf(words: readonly string[]): (node: number) => boolean {
    const numbers = new Set(words.flatMap((word) => this.#numbers.get(word) ?? []));
    return (node) => numbers.has(at(this.#values, node - this.#start));
  }
}
