import { at, type NodeRange } from '../algorithms/adjacency.ts';

/** One field with few different values: a number for each value, and for each node the number of its value. */
export class WordColumn {
  readonly #start: number;
  readonly #numbers = new Map<string, number>();
  readonly #values: Uint32Array;

  constructor({ start, end }: NodeRange) {
    this.#start = start;
    this.#values = new Uint32Array(end - start); // 0: no value
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
