import { at, type NodeRange } from '../algorithms/adjacency.ts';

/** The content of a WordColumn, in the form in which it is saved. */
export interface WordColumnData {
  /** The different values. The value with the number n is at the index n − 1. */
  words: string[];
  /** By node, counted from the first node of the kind: the number of its value; 0 if it has no value. */
  values: Uint32Array;
}

/**
 * One field that has few different values. Each value has a number, and for each node the number of its value is
 * stored.
 */
export class WordColumn {
  readonly #start: number;
  readonly #numbers = new Map<string, number>();
  /** The different values. The value with the number n is at the index n − 1. */
  readonly #words: string[];
  readonly #values: Uint32Array;

  /** @param data the content of a saved column; by default no node has a value */
  constructor({ start, end }: NodeRange, data?: WordColumnData) {
    this.#start = start;
    this.#values = data?.values ?? new Uint32Array(end - start);
    this.#words = [...(data?.words ?? [])];
    this.#words.forEach((word, index) => this.#numbers.set(word, index + 1));
  }

  get data(): WordColumnData {
    return { words: [...this.#numbers.keys()], values: this.#values };
  }

  /** Sets the value of a node; null or '' removes it. */
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
