import type { Steps } from '../../algorithms/steps.ts';
import type { NameIndex } from './nameIndex.ts';

/** Names that differ by more letters are not compared without a common word. */
const MOST_LETTERS_APART = 3;
/** Authors between two steps. */
const AUTHORS_PER_STEP = 1_000;

/**
 * A quick test that names with a relation pass: they have a common word, or the same first letter and nearly as many
 * letters. Words and letters are numbers, because millions of pairs are tested.
 */
export class NameLikeness {
  /** By author: the numbers of the words of all names, from `#wordStarts[author]` to that of the next author. */
  readonly #words: number[] = [];
  readonly #wordStarts: Uint32Array;
  /** By name: the first letter and the number of letters, in the same way. */
  readonly #letters: number[] = [];
  readonly #lengths: number[] = [];
  readonly #nameStarts: Uint32Array;
  /** By word: the author, counted from 1, that was last compared with and has the word. */
  #marks = new Uint32Array();
  #author = 0;

  private constructor(count: number) {
    this.#wordStarts = new Uint32Array(count + 1);
    this.#nameStarts = new Uint32Array(count + 1);
  }

  static *of(count: number, names: NameIndex): Steps<NameLikeness> {
    const likeness = new NameLikeness(count);
    yield* likeness.#enter(count, names);
    return likeness;
  }

  *#enter(count: number, names: NameIndex): Steps<void> {
    const numbers = new Map<string, number>();
    for (let author = 0; author < count; author += 1) {
      if (author % AUTHORS_PER_STEP === 0) yield;
      for (const { given, family, letters } of names.namesOf(author)) {
        for (const word of [family, ...given.filter(({ length }) => length > 1)]) {
          if (!numbers.has(word)) numbers.set(word, numbers.size);
          this.#words.push(numbers.get(word) ?? 0);
        }
        this.#letters.push(letters.codePointAt(0) ?? 0);
        this.#lengths.push(letters.length);
      }
      this.#wordStarts[author + 1] = this.#words.length;
      this.#nameStarts[author + 1] = this.#letters.length;
    }
    this.#marks = new Uint32Array(numbers.size);
  }

  /** Sets the author that others are compared with. */
  compareWith(author: number): void {
    this.#author = author;
    const end = this.#wordStarts[author + 1] ?? 0;
    for (let index = this.#wordStarts[author] ?? 0; index < end; index += 1) {
      this.#marks[this.#words[index] ?? 0] = author + 1;
    }
  }

  isAlike(other: number): boolean {
    const end = this.#wordStarts[other + 1] ?? 0;
    for (let index = this.#wordStarts[other] ?? 0; index < end; index += 1) {
      if (this.#marks[this.#words[index] ?? 0] === this.#author + 1) return true;
    }
    return this.#hasSimilarLetters(other);
  }

  #hasSimilarLetters(other: number): boolean {
    const [ownEnd, otherEnd] = [this.#nameStarts[this.#author + 1] ?? 0, this.#nameStarts[other + 1] ?? 0];
    for (let own = this.#nameStarts[this.#author] ?? 0; own < ownEnd; own += 1) {
      for (let name = this.#nameStarts[other] ?? 0; name < otherEnd; name += 1) {
        if (this.#letters[own] !== this.#letters[name]) continue;
        if (Math.abs((this.#lengths[own] ?? 0) - (this.#lengths[name] ?? 0)) <= MOST_LETTERS_APART)
          return true;
      }
    }
    return false;
  }
}
