import { decodeCursor, encodeCursor } from '../../../graph/cursor.ts';
import type { OrderKey } from '../../../graph/model/orders.ts';
import {
  suggestionPosition,
  type Suggestion,
  type SuggestionFilter,
  type SuggestionScoring,
} from '../../../graph/suggestions.ts';
import { connection } from '../../loading/connection.ts';
import type { Loaders } from '../../loading/loaders.ts';
import { pageArguments, type ConnectionArguments } from '../../loading/pageArguments.ts';
import type { Author, SuggestedCollaboratorConnection } from '../parents.ts';

/**
 * The name of the list of suggested collaborators, as cursors contain it. These cursors contain the scoring in place of
 * the name of an order.
 */
const LIST = 'suggestedCollaborators';
/**
 * The values that a cursor contains, for every scoring: the score and the number of common collaborators, both negated,
 * and the id.
 */
const keys: readonly OrderKey[] = ['-score', '-collaborators', 'id'];

interface SuggestionsArguments extends ConnectionArguments {
  scoring: SuggestionScoring;
}

/**
 * The authors who share a collaborator with the author but no paper, best score first.
 *
 * @throws GraphError BAD_USER_INPUT in the same cases as pageArguments, and for a cursor of another list or scoring.
 */
export const suggestionsConnection = (
  loaders: Loaders,
  author: Author,
  { scoring, ...page }: SuggestionsArguments,
  filter: SuggestionFilter | undefined,
): SuggestedCollaboratorConnection => {
  const load = loaders.suggestions({
    scoring,
    ...pageArguments(page, (cursor, argument) => decodeCursor(cursor, LIST, scoring, keys, argument)),
    ...(filter && { filter }),
  });
  const cursorOf = (suggestion: Suggestion) =>
    encodeCursor(LIST, scoring, suggestionPosition(scoring, suggestion));
  return connection({ load, cursorOf }, author.id, { author, scoring });
};
