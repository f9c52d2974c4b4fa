import { folded } from '../../graph/model/foldText.ts';
import { innerWords } from '../../graph/searchWords.ts';

/** The properties by which search finds a node; `innerWords` is absent for texts in scripts with spaces. */
export const searchFields = (spellings: readonly string[]) => {
  const foldedSpellings = [...new Set(spellings.map(folded))];
  const inner = [...new Set(foldedSpellings.flatMap(innerWords))];
  return { spellings: foldedSpellings, innerWords: inner.length > 0 ? inner : null };
};
