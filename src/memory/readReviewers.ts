import type { Author, Paper } from '../graph/model/entities.ts';
import type { ReviewersPage, ReviewersRequest } from '../graph/reviewers.ts';
import type { SearchContext } from './queries/searchContext.ts';
import { entitiesByNode, type GraphState } from './records.ts';

/** A page of reviewers. All records are read together. */
export const readReviewers = async (
  state: GraphState,
  request: ReviewersRequest,
  context: SearchContext,
): Promise<ReviewersPage> => {
  const { reviewers, columns } = state.queries;
  const after = request.after && columns.after(['-score', 'id'], request.after, undefined);
  const page = await reviewers.page(request, after, context);
  const entities = await entitiesByNode(state, [
    ...page.entries.flatMap(({ node, relatedPapers }) => [node, ...relatedPapers.map((each) => each.node)]),
    ...page.excluded.map(({ node }) => node),
  ]);
  return {
    ...page,
    entries: page.entries.map(({ node, relatedPapers, ...reviewer }) => ({
      ...reviewer,
      node: entities.get(node) as Author,
      relatedPapers: relatedPapers.map(({ node: paper, similarity }) => ({
        paper: entities.get(paper) as Paper,
        similarity,
      })),
    })),
    excluded: page.excluded.map(({ node, reasons }) => ({ author: entities.get(node) as Author, reasons })),
  };
};
