import { distance } from 'fastest-levenshtein';
import { fold, words } from './matchedParts.ts';

/**
 * A searched text in other spellings: each word is replaced by the most similar word of a name or title that was found.
 * Of spellings that differ only in case and accents, only one is kept.
 */
export const correctedTexts = (text: string, found: readonly string[]): string[] => {
  const texts = found.map((label) => {
    const candidates = words(label).map(({ word }) => word);
    return words(text)
      .map(({ word }) => mostSimilar(word, candidates))
      .join(' ');
  });
  return [...new Map(texts.toReversed().map((each) => [fold(each), each])).values()].toReversed();
};

const mostSimilar = (word: string, candidates: readonly string[]): string =>
  candidates.reduce(
    (best, candidate) => (difference(word, candidate) < difference(word, best) ? candidate : best),
    candidates[0] ?? word,
  );

/**
 * The smaller of two numbers: the edit distance to the candidate, and 0.5 plus the edit distance to the beginning of
 * the candidate. A searched word may be incomplete.
 */
const difference = (word: string, candidate: string): number => {
  const [one, other] = [fold(word), fold(candidate)];
  return Math.min(distance(one, other), distance(one, other.slice(0, one.length)) + 0.5);
};
