import { mostSimilarWord } from './wordDifference.ts';
import { fold, words } from './words.ts';

/**
 * A searched text in other spellings: each word is replaced by the most similar word of a name or title that was found.
 * Of spellings that differ only in case and accents, only one is kept.
 */
export const correctedTexts = (text: string, found: readonly string[]): string[] => {
  const texts = found.map((label) => {
    const candidates = words(label).map(({ word }) => word);
    return words(text)
      .map(({ word }) => mostSimilarWord(word, candidates) ?? word)
      .join(' ');
  });
  return [...new Map(texts.toReversed().map((each) => [fold(each), each])).values()].toReversed();
};
