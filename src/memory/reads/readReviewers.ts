import type { Author, Paper } from '../../graph/model/entities.ts';
import type { ReviewersPage, ReviewersRequest } from '../../graph/reviewers.ts';
import { entitiesByNode } from './graphView.ts';
import type { ReadContext } from './readContext.ts';

/** A page of reviewers. All records are read together. */
export const readReviewers = async (
  context: ReadContext,
  request: ReviewersRequest,
): Promise<ReviewersPage> => {
  const { reviewers, columns } = context.queries;
  const after = request.after && columns.after(['-score', 'id'], request.after, undefined);
  const page = await reviewers.page(request, after, context);
  const entities = await entitiesByNode(context, [
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
