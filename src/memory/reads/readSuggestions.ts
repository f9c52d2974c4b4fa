import type { Author } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { SuggestionPage, SuggestionsRequest } from '../../graph/suggestions.ts';
import { entitiesByNode } from '../records.ts';
import { nextSlice, type ReadContext } from './readContext.ts';

/** A page of suggestions for each author. All records are read together. */
export const readSuggestions = async (
  context: ReadContext,
  authorIds: readonly EntityId[],
  request: SuggestionsRequest,
): Promise<Map<EntityId, SuggestionPage>> => {
  const { suggestions, columns } = context.queries;
  // the keys stand for score, common collaborators and id: only the id is converted to a node
  const after = request.after && columns.after(['-papers', '-papers', 'id'], request.after, undefined);
  const found = [...context.nodesById(authorIds)];
  await nextSlice(context.signal); // a hub takes milliseconds: short reads that have arrived go first
  const pages = await context.eachInSteps(found, ([, author]) =>
    suggestions.page(author, request, after, context.tests),
  );
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
