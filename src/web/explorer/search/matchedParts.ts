import { mostSimilarWord, wordDifference } from './wordDifference.ts';
import { fold, words } from './words.ts';

interface LabelPart {
  part: string;
  isMatch: boolean;
  /** Whether the part is a word that a searched word only resembles. */
  isSimilar?: boolean;
}

/** The search tolerates two typing errors in a word at most, and none in a word of fewer than four letters. */
const MOST_ERRORS = 2;
const SHORTEST_WITH_ERRORS = 4;

/**
 * Splits a label into what a search text matches, and the rest: the beginnings of words, and whole words that a
 * searched word resembles.
 */
export const matchedParts = (label: string, text: string): LabelPart[] => {
  const labelWords = words(label);
  const searched = words(text).map(({ word }) => fold(word));
  const similar = similarWords(
    labelWords.map(({ word }) => word),
    searched,
  );
  const parts: LabelPart[] = [];
  let end = 0;
  for (const { word, index } of labelWords) {
    const isSimilar = similar.has(word);
    const length = isSimilar ? Array.from(word).length : matchedLength(word, searched);
    if (length === 0) continue;
    const match = Array.from(word).slice(0, length).join('');
    parts.push({ part: label.slice(end, index), isMatch: false }, { part: match, isMatch: true, isSimilar });
    end = index + match.length;
  }
  return [...parts, { part: label.slice(end), isMatch: false }].filter(({ part }) => part !== '');
};

/**
 * The number of letters at the beginning of a word that a searched word matches. `fold` keeps the number of letters,
 * because labels are in the composed Unicode form (NFC).
 */
const matchedLength = (word: string, searched: readonly string[]): number => {
  const folded = fold(word);
  return Math.max(0, ...searched.filter((each) => folded.startsWith(each)).map(({ length }) => length));
};

/** For each searched word that begins no word of the label: the word of the label that it probably means. */
const similarWords = (labelWords: readonly string[], searched: readonly string[]): ReadonlySet<string> =>
  new Set(
    searched
      .filter((each) => each.length >= SHORTEST_WITH_ERRORS)
      .filter((each) => !labelWords.some((word) => fold(word).startsWith(each)))
      .flatMap((each) => {
        const word = mostSimilarWord(each, labelWords);
        return word !== undefined && wordDifference(each, word) <= MOST_ERRORS ? [word] : [];
      }),
  );
