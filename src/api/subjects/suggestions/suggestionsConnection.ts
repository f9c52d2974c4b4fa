import { decodeCursor, encodeCursor } from '../../../graph/cursor.ts';
import type { OrderKey } from '../../../graph/model/orders.ts';
import {
  suggestionPosition,
  type SuggestionFilter,
  type SuggestionScoring,
} from '../../../graph/suggestions.ts';
import { checkedFirst } from '../../limits/argumentLimits.ts';
import { connection } from '../../loading/connection.ts';
import type { Loaders } from '../../loading/loaders.ts';
import type { Author, SuggestedCollaboratorConnection } from '../records.ts';

const LIST = 'suggestedCollaborators';
/** What a position is made of, whatever the scoring: score, common collaborators, id. */
const keys: readonly OrderKey[] = ['-score', '-collaborators', 'id'];

interface SuggestionsArguments {
  scoring: SuggestionScoring;
  first: number;
  after?: string | null;
  /** Checked already. */
  filter: SuggestionFilter | undefined;
}

/**
 * Who an author might write with.
 *
 * @throws GraphError BAD_USER_INPUT for a `first` outside 0–100 and a cursor of another list or scoring.
 */
export const suggestionsConnection = (
  loaders: Loaders,
  author: Author,
  { scoring, filter, first, after }: SuggestionsArguments,
): SuggestedCollaboratorConnection => {
  const load = loaders.questions.suggestions({
    scoring,
    first: checkedFirst(first),
    ...(typeof after === 'string' && { after: decodeCursor(after, LIST, scoring, keys) }),
    ...(filter && { filter }),
  });
  return connection({
    load: (want) => load(author.id, want),
    cursorOf: (suggestion) => encodeCursor(LIST, scoring, suggestionPosition(scoring, suggestion)),
    origin: { author, scoring },
  });
};
