import { mostSimilarWord, wordDifference } from './wordDifference.ts';
import { fold, words } from './words.ts';

/**
 * A searched text in other spellings, the most similar one first: each word is replaced by the most similar word of a
 * name or title that was found. A name that has only an initial for a word says nothing about its spelling, and is left
 * out. Of spellings that differ only in case and accents, only the first one is kept.
 */
export const correctedTexts = (text: string, found: readonly string[]): string[] => {
  const searched = words(text).map(({ word }) => word);
  const spellings = found.map((label) => {
    const candidates = words(label).map(({ word }) => word);
    const pairs = searched.map((word) => ({ word, similar: mostSimilarWord(word, candidates) ?? word }));
    return {
      text: pairs.map(({ similar }) => similar).join(' '),
      hasInitial: pairs.some(({ word, similar }) => similar.length === 1 && word.length > 1),
      difference: pairs.reduce((sum, { word, similar }) => sum + wordDifference(word, similar), 0),
    };
  });
  const texts = spellings
    .filter(({ hasInitial }) => !hasInitial)
    .toSorted((one, other) => one.difference - other.difference)
    .map((spelling) => spelling.text);
  return [...new Map(texts.toReversed().map((each) => [fold(each), each])).values()].toReversed();
};
