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
  /** The value with each number, less 1. */
  readonly #words: string[];
  readonly #values: Uint32Array;

  /** @param data of a column that was saved; by default no node has a value */
  constructor({ start, end }: NodeRange, data?: WordColumnData) {
    this.#start = start;
    this.#values = data?.values ?? new Uint32Array(end - start);
    this.#words = [...(data?.words ?? [])];
    this.#words.forEach((word, index) => this.#numbers.set(word, index + 1));
  }

  get data(): WordColumnData {
    return { words: [...this.#numbers.keys()], values: this.#values };
  }

  /** Sets the value of a node; null or '' for none. */
  set(node: number, word: string | null): void {
    if (word === null || word === '') {
      this.#values[node - this.#start] = 0;
      return;
    }
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#words.push(word);
      this.#numbers.set(word, number);
    }
    this.#values[node - this.#start] = number;
  }

  /** The value of a node; undefined if it has none. */
  word(node: number): string | undefined {
    return this.#words[at(this.#values, node - this.#start) - 1];
  }

  /** The different values, in no particular order. */
  get words(): readonly string[] {
    return this.#words;
  }

  /** A test for nodes whose value is one of the words. */
  isOneOf(words: readonly string[]): (node: number) => boolean {
    const numbers = new Set(words.flatMap((word) => this.#numbers.get(word) ?? []));
    return (node) => numbers.has(at(this.#values, node - this.#start));
  }
}
