import { isUnspaced, searchTerms } from './searchWords.ts';
import type { SearchedWords } from './model/filters.ts';

/** A condition for a word of an entity. */
export type SearchTerm =
  | { match: 'BEGINNING'; text: string }
  | { match: 'WORD'; text: string }
  /** A whole word with at most `errors` typing errors. */
  | { match: 'ERRORS'; text: string; errors: number };

/** Terms of which at least one must match a word of the entity. An entity is found if it matches every clause. */
export type SearchClause = readonly SearchTerm[];

/** If a search finds fewer entities than this, it also finds entities that match the loose clauses. */
export const FEW_HITS = 5;

/**
 * A word with typing errors is replaced by at most this many indexed words: those with the smallest number of errors,
 * divided by the length of the shorter one of the two words.
 */
export const MOST_CORRECTIONS = 50;

/** The clauses for a strict search: every searched word must be the beginning of a word of the entity. */
export const strictClauses = ({ words, spelledOut = words }: SearchedWords): SearchClause[] => {
  const others = searchTerms(spelledOut);
  return searchTerms(words).map((text, index) =>
    [...new Set([text, others[index] ?? text])].map((each) => ({ match: 'BEGINNING', text: each })),
  );
};

/**
 * The clauses for a tolerant search: a word may have typing errors, and the name of a person may have only the initial
 * of a searched word (J. for John). At least one of several words must match by more than its initial.
 */
export const looseClauses = (searched: SearchedWords, hasInitials: boolean): SearchClause[] => {
  const withErrors = strictClauses(searched).map((beginnings, index): SearchClause => {
    const text = searched.words[index] ?? '';
    const errors = errorsAllowed(text);
    return errors === 0 ? beginnings : [...beginnings, { match: 'ERRORS', text, errors }];
  });
  if (!hasInitials || withErrors.length < 2) return withErrors;
  return [
    ...withErrors.map((clause, index): SearchClause => {
      const initial = Array.from(searched.words[index] ?? '')[0] ?? '';
      return [...clause, { match: 'WORD', text: initial }];
    }),
    withErrors.flat(),
  ];
};

/** Whether the loose clauses can find more entities than the strict ones. */
export const isEverLoose = (searched: SearchedWords): boolean =>
  searched.words.length > 1 || searched.words.some((word) => errorsAllowed(word) > 0);

/**
 * The number of typing errors allowed in a word: one for 4–7 letters, two for 8 or more; none for shorter words, words
 * with digits, and scripts without spaces.
 */
const errorsAllowed = (word: string): number => {
  if (!/^\p{L}+$/u.test(word) || isUnspaced(word)) return 0;
  const letters = Array.from(word).length;
  return letters >= 8 ? 2 : letters >= 4 ? 1 : 0;
};
