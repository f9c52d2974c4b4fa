import type { Author } from '../../graph/model/entities.ts';
import { idsOfFilter } from '../../graph/model/filters.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { Page } from '../../graph/model/pages.ts';
import type { SuggestionPage, SuggestionsRequest } from '../../graph/suggestions.ts';
import type { NodeSuggestion } from '../queries/suggestionPages.ts';
import { entitiesByNode } from './graphView.ts';
import type { ReadContext } from './readContext.ts';

/** A page of suggestions for each author. All records are read together. */
export const readSuggestions = async (
  context: ReadContext,
  authorIds: readonly EntityId[],
  request: SuggestionsRequest,
): Promise<Map<EntityId, SuggestionPage>> => {
  const { columns } = context.queries;
  // converts the cursor to numbers; its values are the score, the number of common collaborators and the id. The key
  // '-papers' stands for the first two, because `after` leaves all values except ids unchanged.
  const after = request.after && columns.after(['-papers', '-papers', 'id'], request.after, undefined);
  const found = [...context.nodesById(authorIds)];
  const ids = idsOfFilter(request.filter);
  const pages: Page<NodeSuggestion>[] = [];
  for (const [, author] of found) {
    pages.push(await context.runTask('suggestions', ids, author, request, after));
  }
  const authors = await entitiesByNode(
    context,
    pages.flatMap(({ entries }) => entries.map(({ node }) => node)),
  );
  return new Map(
    pages.map((page, index): [EntityId, SuggestionPage] => [
      found[index]?.[0] ?? '',
      {
        ...page,
        entries: page.entries.map(({ node, scores }) => ({ node: authors.get(node) as Author, scores })),
      },
    ]),
  );
};
