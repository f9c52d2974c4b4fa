import type { Paper } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { RelatedPapersPage, RelatedPapersRequest, ScoredPage } from '../../graph/relatedPapers.ts';
import type { RankedPaper, SurroundingWorksRequest } from '../../graph/surroundingWorks.ts';
import type { NodeRelatedPaper } from '../queries/relatedPapers.ts';
import type { NodeRankedPaper } from '../queries/surroundingWorks.ts';
import { entitiesByNode } from './graphView.ts';
import type { ReadContext } from './readContext.ts';

/** A page of related papers for each paper. All records are read together. */
export const readRelatedPapers = async (
  context: ReadContext,
  paperIds: readonly EntityId[],
  request: RelatedPapersRequest,
): Promise<Map<EntityId, RelatedPapersPage>> => {
  const { relatedPapers, columns } = context.queries;
  const after = request.after && columns.after(['-score', 'id'], request.after, undefined);
  const pages = new Map<EntityId, ScoredPage<NodeRelatedPaper>>();
  for (const [id, paper] of context.nodesById(paperIds)) {
    pages.set(id, await relatedPapers.page(paper, request, after, context));
  }
  const nodes = [...pages.values()].flatMap(({ entries }) => entries.map(({ node }) => node));
  const entities = await entitiesByNode(context, nodes);
  const resolved = ({ node, ...scores }: NodeRelatedPaper) => ({
    ...scores,
    node: entities.get(node) as Paper,
  });
  return new Map(
    [...pages].map(([id, page]) => [id, { ...page, entries: page.entries.map(resolved) }] as const),
  );
};

/**
 * By paper: the works that are cited by, or cite, many of the papers related to this paper. All records are read
 * together.
 */
export const readSurroundingWorks = async (
  context: ReadContext,
  paperIds: readonly EntityId[],
  request: SurroundingWorksRequest,
): Promise<Map<EntityId, readonly RankedPaper[]>> => {
  const works = new Map<EntityId, readonly NodeRankedPaper[]>();
  for (const [id, paper] of context.nodesById(paperIds)) {
    works.set(id, await context.queries.surroundingWorks.of(paper, request, context));
  }
  const entities = await entitiesByNode(
    context,
    [...works.values()].flatMap((ranked) => ranked.map(({ node }) => node)),
  );
  return new Map(
    [...works].map(([id, ranked]) => [
      id,
      ranked.map(({ node, count }) => ({ paper: entities.get(node) as Paper, count })),
    ]),
  );
};
