import type { SearchedWords } from './model/filters.ts';
import { foldedWords } from './model/foldText.ts';

/**
 * Characters of scripts that are written without spaces between words, or with words in compounds. Of Hangul, these
 * are the letters that begin a syllable, because folding splits syllables into letters.
 */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u1100-\\u115f';
const hasUnspaced = new RegExp(`[${unspaced}]`, 'u');

/** Whether a text has characters of scripts without spaces between words. */
export const isUnspaced = (text: string): boolean => hasUnspaced.test(text);

/**
 * The places inside of a text where a word may begin: each character of a script without spaces, and the first
 * character of another script after it.
 */
const innerStart = new RegExp(
  `(?<!^)(?:[${unspaced}]|(?<=[${unspaced}\\p{Script=Hangul}])[^${unspaced}\\p{Script=Hangul}])`,
  'gu',
);
/** The maximum length of an inner word, in characters. It limits the size of the search index. */
const INNER_LENGTH = 24;
const beginning = new RegExp(`.{1,${INNER_LENGTH}}`, 'suy');

const beginningAt = (word: string, index: number): string => {
  beginning.lastIndex = index;
  return beginning.exec(word)?.[0] ?? '';
};

/**
 * The words inside the folded words of a text without spaces, such as Chinese: one from each character on, at most 24
 * characters long. Search finds a word by its beginning, so it finds every part of the text by these.
 */
const innerWords = (foldedText: string): string[] =>
  hasUnspaced.test(foldedText)
    ? foldedText
        .split(' ')
        .flatMap((word) => Array.from(word.matchAll(innerStart), ({ index }) => beginningAt(word, index)))
    : [];

/** Letters that are also written as two where a keyboard or a catalogue does not have them. */
const twoLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** The folded words of a text with ä ö ü å ø written as ae oe ue aa oe. */
export const spelledOutWords = (text: string): string[] =>
  foldedWords(
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äöüåø]/g, (letter) => twoLetters[letter] ?? letter),
  );

/** The words of a text that somebody searches for. */
export const searchedWords = (text: string): SearchedWords => {
  const words = foldedWords(text);
  const spelledOut = spelledOutWords(text);
  return { words, ...(spelledOut.length === words.length && { spelledOut }) };
};

/** The words by which a text is found, beside its folded words: inner words, and words that are spelled out. */
export const furtherWords = (text: string): string[] => {
  const words = foldedWords(text);
  return [...words.flatMap(innerWords), ...spelledOutWords(text).filter((word) => !words.includes(word))];
};

/** All words by whose beginning a text is found. */
export const searchWords = (text: string): string[] => [...foldedWords(text), ...furtherWords(text)];

/** The beginnings to look for. Those of texts without spaces are cut to the length of inner words. */
export const searchTerms = (words: readonly string[]): string[] =>
  words.map((word) => (hasUnspaced.test(word) ? beginningAt(word, 0) : word));
