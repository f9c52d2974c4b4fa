import { folded } from '../../graph/model/foldText.ts';
import { furtherWords } from '../../graph/searchWords.ts';
import { listOrNull } from './listOrNull.ts';

/** The properties by which search finds a node. `innerWords` are further words, such as parts of Chinese texts. */
export const searchFields = (spellings: readonly string[]) => ({
  spellings: listOrNull([...new Set(spellings.map(folded))]),
  innerWords: listOrNull([...new Set(spellings.flatMap(furtherWords))]),
});
