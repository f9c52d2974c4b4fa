import { commonWords, type ComparedName } from '../../../graph/identity/nameRelation.ts';

/** Which rounded counts have changed since they were last read. */
interface ChangedCounts {
  /**
   * The words for which the rounded number of names that contain them, or the rounded number of people with this family
   * name, has changed.
   */
  words: ReadonlySet<string>;
  /** Whether the rounded number of all names has changed. Every score depends on this number. */
  isTotalChanged: boolean;
}

/**
 * Counts how many different names contain each word, and how many have each family name. Scores use rounded counts, so
 * that a new name changes the scores of few pairs.
 */
export class NameCounts {
  /** By name: the number of authors who have it. */
  readonly #authors = new Map<string, number>();
  readonly #words = new Map<string, number>();
  readonly #familyNames = new Map<string, number>();
  #total = 0;
  /**
   * By word: its rounded counts as they were when `takeChanges` was last called, for words whose counts changed since
   * then.
   */
  readonly #before = new Map<string, string>();
  #totalBefore = 0;

  add(name: string, compared: ComparedName): void {
    const authors = this.#authors.get(name) ?? 0;
    this.#authors.set(name, authors + 1);
    if (authors === 0) this.#count(compared, 1);
  }

  remove(name: string, compared: ComparedName): void {
    const authors = this.#authors.get(name) ?? 0;
    if (authors > 1) this.#authors.set(name, authors - 1);
    else {
      this.#authors.delete(name);
      this.#count(compared, -1);
    }
  }

  /** How often the words of two names occur, in the form that PairFacts needs. */
  frequencies(left: ComparedName, right: ComparedName) {
    const total = roundedCount(this.#total);
    const words = commonWords(left, right).map((word) => rounded(this.#words, word));
    const chance = words.reduce((product, people) => product * (people / total), 1);
    return {
      familyNamePeople: Math.max(
        rounded(this.#familyNames, left.family),
        rounded(this.#familyNames, right.family),
      ),
      commonWordPeople: words.length > 0 ? Math.min(...words) : 0,
      expectedNamesakes: words.length > 0 ? chance * total : 0,
    };
  }

  /** Returns the changes since the last call of this method. */
  takeChanges(): ChangedCounts {
    const words = [...this.#before].filter(([word, before]) => this.#state(word) !== before);
    const total = roundedCount(this.#total);
    const isTotalChanged = total !== this.#totalBefore;
    this.#before.clear();
    this.#totalBefore = total;
    return { words: new Set(words.map(([word]) => word)), isTotalChanged };
  }

  #count({ given, family }: ComparedName, difference: 1 | -1): void {
    const words = new Set([...given, family]);
    for (const word of words) if (!this.#before.has(word)) this.#before.set(word, this.#state(word));
    this.#total += difference;
    for (const word of words) change(this.#words, word, difference);
    change(this.#familyNames, family, difference);
  }

  #state(word: string): string {
    return `${rounded(this.#words, word)} ${rounded(this.#familyNames, word)}`;
  }
}

/** A rounded count keeps this many leading binary digits; the digits after them become 0. */
const DIGITS = 4;

/**
 * Rounds a count down to four binary digits. Counts below 16 stay the same; from there on the results are 16, 18, 20, …
 * 30, 32, 36, 40, …
 */
export const roundedCount = (count: number): number => {
  const unit = 2 ** Math.max(0, Math.floor(Math.log2(count)) - DIGITS + 1);
  return Math.floor(count / unit) * unit;
};

const rounded = (counts: ReadonlyMap<string, number>, key: string): number =>
  roundedCount(counts.get(key) ?? 0);

const change = (counts: Map<string, number>, key: string, difference: 1 | -1): void => {
  const count = (counts.get(key) ?? 0) + difference;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
};
