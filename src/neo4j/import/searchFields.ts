import { folded } from '../../graph/model/foldText.ts';
import { furtherWords } from '../../graph/searchWords.ts';

/** The properties by which search finds a node; `innerWords` are the words that are not in the folded spellings. */
export const searchFields = (spellings: readonly string[]) => {
  const foldedSpellings = [...new Set(spellings.map(folded))];
  const inner = [...new Set(spellings.flatMap(furtherWords))];
  return { spellings: foldedSpellings, innerWords: inner.length > 0 ? inner : null };
};
