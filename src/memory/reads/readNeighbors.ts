import type { Entity } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { Page, PairPageRequest } from '../../graph/model/pages.ts';
import { relationRow, type RelationName } from '../../graph/model/relations.ts';
import type { Neighborhood, NeighborsRequest } from '../../graph/store.ts';
import { pairKey, type Pair } from '../../graph/pair.ts';
import type { NeighborQuery } from '../queries/neighborPages.ts';
import { resolvedPages } from './graphView.ts';
import { positionAfter } from './positionAfter.ts';
import type { ReadContext } from './readContext.ts';

/** By id: one page of neighbors for each request, in the order of the requests. */
export const readNeighbors = async (
  context: ReadContext,
  nodes: ReadonlyMap<EntityId, number>,
  requests: readonly NeighborsRequest[],
): Promise<Map<EntityId, Page[]>> => {
  const { neighbors } = context.queries;
  const queries = await neighborQueries(context, requests);
  const pages = await context.eachInSteps(
    [...nodes.values()].flatMap((node) => requests.map(({ relation }, index) => ({ node, relation, index }))),
    ({ node, relation, index }) => neighbors.page(relation, node, queries[index] as NeighborQuery),
  );
  const brief = requests.every(({ page }) => page.brief === true);
  const resolved = await resolvedPages(context, pages, brief);
  return new Map(
    [...nodes.keys()].map((id, index) => [
      id,
      resolved.slice(index * requests.length, (index + 1) * requests.length),
    ]),
  );
};

/** Like `readNeighbors`, but also returns the entities themselves. */
export const readNeighborhoods = async (
  context: ReadContext,
  nodes: ReadonlyMap<EntityId, number>,
  requests: readonly NeighborsRequest[],
): Promise<Map<EntityId, Neighborhood>> => {
  const [pages, entities] = await Promise.all([
    readNeighbors(context, nodes, requests),
    context.records.entities([...nodes.values()]),
  ]);
  return new Map(
    [...nodes.keys()].map((id, index) => [
      id,
      { entity: entities[index] as Entity, pages: pages.get(id) ?? [] },
    ]),
  );
};

/**
 * By pairKey: a page of those neighbors of the two entities that the request selects. All records are read together.
 */
export const readCommonNeighbors = async (
  context: ReadContext,
  relation: RelationName,
  pairs: readonly Pair[],
  page: PairPageRequest,
): Promise<Map<string, Page>> => {
  const { nodeOf, queries } = context;
  const [query] = await neighborQueries(context, [{ relation, page }]);
  const found = pairs.flatMap((pair) => {
    const [from, to] = [nodeOf(pair.from), nodeOf(pair.to)];
    return from === undefined || to === undefined || !query ? [] : [{ key: pairKey(pair), from, to, query }];
  });
  const pages = await context.eachInSteps(found, ({ from, to, query: each }) =>
    queries.neighbors.commonPage(relation, from, to, page.which, each),
  );
  const resolved = await resolvedPages(context, pages, page.brief ?? false);
  return new Map(found.map(({ key }, index) => [key, resolved[index] as Page]));
};

const neighborQueries = async (
  context: ReadContext,
  requests: readonly NeighborsRequest[],
): Promise<NeighborQuery[]> => {
  const queries: NeighborQuery[] = [];
  for (const { relation, page } of requests) {
    const after = page.after && (await positionAfter(context, relationRow(relation).to, page));
    queries.push({ request: page, after, tests: context.tests });
  }
  return queries;
};
