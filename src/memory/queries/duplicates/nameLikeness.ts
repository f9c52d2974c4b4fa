import type { ComparedName } from '../../../graph/identity/nameRelation.ts';
import { at } from '../../algorithms/adjacency.ts';
import { NumberRows } from '../../algorithms/numberRows.ts';

/** Names whose lengths differ by more letters than this pass the test only if they have a common word. */
const MOST_LETTERS_APART = 3;
/** The first letter and the length of a name are stored as one number: code point × LETTER + number of letters. */
const LETTER = 1_024;

/**
 * A fast test that is made before nameRelation: two names pass if they have a common word, or if they have the same
 * first letter and nearly the same number of letters. Words and letters are stored as numbers, because millions of
 * pairs are tested.
 */
export class NameLikeness {
  readonly #numbers = new Map<string, number>();
  /** By author: the numbers of the words in all the author's names. */
  readonly #words: NumberRows;
  /** By author: the first letter and the number of letters of each name. */
  readonly #letters: NumberRows;
  /** By word: the number of the last comparison in which the author of `compareWith` had the word. */
  #marks = new Uint32Array(1_024);
  #comparison = 0;
  #author = 0;

  constructor(count: number) {
    this.#words = new NumberRows(count);
    this.#letters = new NumberRows(count);
  }

  set(author: number, names: readonly ComparedName[]): void {
    const words = names.flatMap(({ given, family }) => [family, ...given.filter(({ length }) => length > 1)]);
    this.#words.set(
      author,
      words.map((word) => this.#numberOf(word)),
    );
    this.#letters.set(
      author,
      names.map(
        ({ letters }) => (letters.codePointAt(0) ?? 0) * LETTER + Math.min(letters.length, LETTER - 1),
      ),
    );
  }

  /** Gives the authors new numbers; see NumberRows. */
  renumber(oldOf: Uint32Array): void {
    this.#words.renumber(oldOf);
    this.#letters.renumber(oldOf);
  }

  /** The numbers of the given words. Words that no author has or had have no number and are left out. */
  numbersOf(words: Iterable<string>): Set<number> {
    return new Set(Array.from(words).flatMap((word) => this.#numbers.get(word) ?? []));
  }

  /** Whether an author has one of the words of `numbersOf`. */
  hasWord(author: number, numbers: ReadonlySet<number>): boolean {
    return this.#words.row(author).some((number) => numbers.has(number));
  }

  /** Sets the author with whom `isAlike` compares other authors. */
  compareWith(author: number): void {
    this.#author = author;
    this.#comparison += 1;
    for (const word of this.#words.row(author)) this.#marks[word] = this.#comparison;
  }

  isAlike(other: number): boolean {
    const { values, starts, ends } = this.#words;
    for (let index = at(starts, other); index < at(ends, other); index += 1) {
      if (this.#marks[at(values, index)] === this.#comparison) return true;
    }
    return this.#hasSimilarLetters(other);
  }

  #hasSimilarLetters(other: number): boolean {
    const { values, starts, ends } = this.#letters;
    for (let own = at(starts, this.#author); own < at(ends, this.#author); own += 1) {
      const [letter, length] = [Math.floor(at(values, own) / LETTER), at(values, own) % LETTER];
      for (let name = at(starts, other); name < at(ends, other); name += 1) {
        if (Math.floor(at(values, name) / LETTER) !== letter) continue;
        if (Math.abs((at(values, name) % LETTER) - length) <= MOST_LETTERS_APART) return true;
      }
    }
    return false;
  }

  #numberOf(word: string): number {
    const number = this.#numbers.get(word) ?? this.#numbers.size;
    this.#numbers.set(word, number);
    if (number >= this.#marks.length) {
      const marks = new Uint32Array(this.#marks.length * 2);
      marks.set(this.#marks);
      this.#marks = marks;
    }
    return number;
  }
}
