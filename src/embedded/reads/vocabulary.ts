import { errorsBetween } from '../../graph/editDistance.ts';
import { compareTexts } from '../../graph/model/compareTexts.ts';
import { MOST_CORRECTIONS } from '../../graph/searchClauses.ts';
import type { Steps } from '../../memory/algorithms/steps.ts';
import { rowsOfColumns, type Database } from '../file/database.ts';

/** How many words are read or compared between two pauses in which requests are served. */
const WORDS_A_PART = 2_000;

/** All words of one length. Each has a bit mask that shows which letters it contains. */
interface WordsOfLength {
  words: string[];
  masks: number[];
}

/** All words of the search index of one kind, in which words with typing errors are looked up. */
export class Vocabulary {
  readonly #byLength = new Map<number, WordsOfLength>();

  /** @param table the name of a full-text table */
  static *read(database: Database, table: string): Steps<Vocabulary> {
    const vocabulary = new Vocabulary();
    database.exec(
      `CREATE VIRTUAL TABLE IF NOT EXISTS temp.${table}_terms USING fts5vocab('main', '${table}', 'row')`,
    );
    let count = 0;
    for (const [word] of rowsOfColumns(database, `SELECT term FROM temp.${table}_terms`)) {
      vocabulary.#add(word as string);
      count += 1;
      if (count % WORDS_A_PART === 0) yield;
    }
    return vocabulary;
  }

  /**
   * Finds at most 50 words that differ from the text by at most `errors` typing errors. The words are ordered by the
   * number of errors divided by the length of the shorter one of word and text, ascending, and then alphabetically.
   * Neo4j orders them in the same way.
   */
  *corrections(text: string, errors: number): Steps<string[]> {
    const length = lengthOf(text);
    const mask = maskOf(text);
    const found: { word: string; share: number }[] = [];
    for (let other = length - errors; other <= length + errors; other += 1) {
      const { words, masks } = this.#byLength.get(other) ?? { words: [], masks: [] };
      for (let index = 0; index < words.length; index += 1) {
        if (index % WORDS_A_PART === 0) yield;
        if (bitCount(mask ^ (masks[index] as number)) > 2 * errors) continue;
        const word = words[index] as string;
        const between = errorsBetween(text, word, errors);
        if (between <= errors) found.push({ word, share: 1 - between / Math.min(length, other) });
      }
    }
    return found
      .sort((a, b) => b.share - a.share || compareTexts(a.word, b.word))
      .slice(0, MOST_CORRECTIONS)
      .map(({ word }) => word);
  }

  #add(word: string): void {
    const length = lengthOf(word);
    const { words, masks } = this.#byLength.get(length) ?? { words: [], masks: [] };
    this.#byLength.set(length, { words, masks });
    words.push(word);
    masks.push(maskOf(word));
  }
}

const lengthOf = (word: string): number => Array.from(word).length;

/** A mask with a bit for each letter that occurs. Some letters share a bit. A typing error changes at most two bits. */
const maskOf = (word: string): number => {
  let mask = 0;
  for (const letter of word) mask |= 1 << ((letter.codePointAt(0) ?? 0) % 32);
  return mask;
};

/** Counts the bits that are set by adding them in groups of 2, 4, 8 and 32 bits (Warren, Hacker's Delight, 2002). */
const bitCount = (mask: number): number => {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};
