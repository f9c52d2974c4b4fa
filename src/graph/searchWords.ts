import type { SearchedWords } from './model/filters.ts';
import { foldedWords } from './model/foldText.ts';

/**
 * Characters of scripts that do not separate all words by spaces. In Hangul, words are separated but may be compounds:
 * here only the letters that begin a syllable are included, because folding splits syllables into letters.
 */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u1100-\\u115f';
const hasUnspaced = new RegExp(`[${unspaced}]`, 'u');

/** Whether a text has characters of scripts without spaces between words. */
export const isUnspaced = (text: string): boolean => hasUnspaced.test(text);

/**
 * Finds the places inside a text at which a word may begin: each character of a script without spaces, and the first
 * character of another script after such characters.
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
 * The inner words of a text in a script without spaces, such as Chinese: at each character, the text from there on, at
 * most 24 characters. Search compares the beginnings of words, so inner words let it find any part of the text.
 */
const innerWords = (foldedText: string): string[] =>
  hasUnspaced.test(foldedText)
    ? foldedText
        .split(' ')
        .flatMap((word) => Array.from(word.matchAll(innerStart), ({ index }) => beginningAt(word, index)))
    : [];

/** Letters that are often replaced by two letters, for example if the keyboard or a catalogue does not have them. */
const twoLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** The folded words of a text with ä ö ü å ø written as ae oe ue aa oe. */
export const spelledOutWords = (text: string): string[] =>
  foldedWords(
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äöüåø]/g, (letter) => twoLetters[letter] ?? letter),
  );

/** The words of a text that a user searches for. */
export const searchedWords = (text: string): SearchedWords => {
  const words = foldedWords(text);
  const spelledOut = spelledOutWords(text);
  return { words, ...(spelledOut.length === words.length && { spelledOut }) };
};

/**
 * Words by which search finds a text in addition to its folded words: inner words, and words with ä ö ü å ø spelled
 * out.
 */
export const furtherWords = (text: string): string[] => furtherThan(foldedWords(text), text);

const isAscii = (text: string): boolean => !/[^\u0000-\u007f]/.test(text);

/**
 * Returns the further words of a text (see furtherWords). An ASCII text has none, because further words are made only
 * from scripts and letters outside of ASCII.
 */
const furtherThan = (words: readonly string[], text: string): string[] =>
  isAscii(text)
    ? []
    : [...words.flatMap(innerWords), ...spelledOutWords(text).filter((word) => !words.includes(word))];

/** All words of a text. Search finds the text by the beginning of any of them. */
export const searchWords = (text: string): string[] => {
  const words = foldedWords(text);
  return [...words, ...furtherThan(words, text)];
};

/**
 * The beginnings of words that a search looks for. Words in scripts without spaces are cut to the maximum length of
 * inner words.
 */
export const searchTerms = (words: readonly string[]): string[] =>
  words.map((word) => (hasUnspaced.test(word) ? beginningAt(word, 0) : word));
