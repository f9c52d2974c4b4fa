import type { Paper } from '../graph/model/entities.ts';
import type { EntityId } from '../graph/model/ids.ts';
import type { RelatedPapersPage, RelatedPapersRequest, ScoredPage } from '../graph/relatedPapers.ts';
import type { RankedPaper, SurroundingWorksRequest } from '../graph/surroundingWorks.ts';
import type { NodeRelatedPaper } from './queries/relatedPapers.ts';
import type { SearchContext } from './queries/searchContext.ts';
import type { NodeRankedPaper } from './queries/surroundingWorks.ts';
import { entitiesByNode, type GraphState } from './records.ts';

/** A page of related papers for each paper. All records are read together. */
export const readRelatedPapers = async (
  state: GraphState,
  papers: ReadonlyMap<EntityId, number>,
  request: RelatedPapersRequest,
  context: SearchContext,
): Promise<Map<EntityId, RelatedPapersPage>> => {
  const { relatedPapers, columns } = state.queries;
  const after = request.after && columns.after(['-score', 'id'], request.after, undefined);
  const pages = new Map<EntityId, ScoredPage<NodeRelatedPaper>>();
  for (const [id, paper] of papers) {
    pages.set(id, await relatedPapers.page(paper, request, after, context));
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

/** What is around each paper. All records are read together. */
export const readSurroundingWorks = async (
  state: GraphState,
  papers: ReadonlyMap<EntityId, number>,
  request: SurroundingWorksRequest,
  context: SearchContext,
): Promise<Map<EntityId, readonly RankedPaper[]>> => {
  const works = new Map<EntityId, readonly NodeRankedPaper[]>();
  for (const [id, paper] of papers) {
    works.set(id, await state.queries.surroundingWorks.of(paper, request, context));
  }
  const entities = await entitiesByNode(
    state,
    [...works.values()].flatMap((ranked) => ranked.map(({ node }) => node)),
  );
  return new Map(
    [...works].map(([id, ranked]) => [
      id,
      ranked.map(({ node, count }) => ({ paper: entities.get(node) as Paper, count })),
    ]),
  );
};
