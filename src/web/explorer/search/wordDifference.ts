import { distance } from 'fastest-levenshtein';
import { fold } from './words.ts';

/**
 * The smaller of two numbers: the edit distance of a searched word to another word, and 0.5 plus the edit distance to
 * the beginning of that word. A searched word may be incomplete.
 */
export const wordDifference = (searched: string, word: string): number => {
  const [one, other] = [fold(searched), fold(word)];
  return Math.min(distance(one, other), distance(one, other.slice(0, one.length)) + 0.5);
};

/** The candidate with the smallest difference to a searched word, the first of several; undefined without candidates. */
export const mostSimilarWord = (searched: string, candidates: readonly string[]): string | undefined =>
  candidates.toSorted((a, b) => wordDifference(searched, a) - wordDifference(searched, b))[0];
