import type { Paper } from '../graph/model/entities.ts';
import type { EntityId } from '../graph/model/ids.ts';
import type { RelatedPapersPage, RelatedPapersRequest, ScoredPage } from '../graph/relatedPapers.ts';
import type { NodeRelatedPaper, RelatedPageContext } from './queries/relatedPapers.ts';
import { entitiesByNode, type GraphState } from './records.ts';

/** A page of related papers for each paper. All records are read together. */
export const readRelatedPapers = async (
  state: GraphState,
  papers: ReadonlyMap<EntityId, number>,
  request: RelatedPapersRequest,
  context: Omit<RelatedPageContext, 'after'>,
): Promise<Map<EntityId, RelatedPapersPage>> => {
  const { relatedPapers, columns } = state.queries;
  const after = request.after && columns.after(['-score', 'id'], request.after, undefined);
  const pages = new Map<EntityId, ScoredPage<NodeRelatedPaper>>();
  for (const [id, paper] of papers) {
    pages.set(id, await relatedPapers.page(paper, request, { ...context, after }));
  }
  const nodes = [...pages.values()].flatMap(({ entries }) => entries.map(({ node }) => node));
  const entities = await entitiesByNode(state, nodes);
  const resolved = ({ node, ...scores }: NodeRelatedPaper) => ({
    ...scores,
    node: entities.get(node) as Paper,
  });
  return new Map(
    [...pages].map(([id, page]) => [id, { ...page, entries: page.entries.map(resolved) }] as const),
  );
};
