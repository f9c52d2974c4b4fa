import { memoize } from '../../../graph/memoize.ts';
import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import type { Page, PairPageRequest } from '../../../graph/model/pages.ts';
import { relationRow, type RelationName } from '../../../graph/model/relations.ts';
import type { Neighborhood, NeighborsRequest } from '../../../graph/store.ts';
import { pairKey, type Pair } from '../../../graph/pair.ts';
import type { Database } from '../../connection/database.ts';
import type { NodeValues } from '../../cypher/nodeProjection.ts';
import { STATEMENT_CACHE } from '../../cypher/statement.ts';
import { entityOf } from '../entityOf.ts';
import { neighborPage, pageParameters, shapeOf, type NeighborRow, type PageRow } from '../pageRows.ts';
import { commonNeighborsStatement, neighborsStatement, type NeighborsShape } from './neighborsStatement.ts';

/** A row with the pages of neighbors of one entity and, if requested, the values of the entity's node. */
export type NeighborPagesRow = { id: EntityId; entity?: NodeValues } & PageRow<NeighborRow>;

const pagesStatement = memoize(neighborsStatement, STATEMENT_CACHE);
const commonStatement = memoize(commonNeighborsStatement, STATEMENT_CACHE);

/** Pages of neighbors along relations, for each id that is stored. Takes one statement. */
export const readNeighbors = async (
  database: Database,
  cap: number,
  ids: readonly EntityId[],
  requests: readonly NeighborsRequest[],
): Promise<Map<EntityId, Page[]>> => {
  if (ids.length === 0 || requests.length === 0) return new Map(ids.map((id) => [id, []]));
  const rows = await readRows(database, cap, ids, requests, false);
  return new Map(rows.map((row) => [row.id, pagesOf(row, requests, cap)]));
};

/** Entities by their ids, each with the pages that `readNeighbors` would read for it. Takes one statement. */
export const readNeighborhoods = async (
  database: Database,
  cap: number,
  ids: readonly EntityId[],
  requests: readonly NeighborsRequest[],
): Promise<Map<EntityId, Neighborhood>> => {
  if (ids.length === 0 || requests.length === 0) return new Map();
  const kind = firstKind(requests);
  const rows = await readRows(database, cap, ids, requests, true);
  return new Map(rows.map((row) => [row.id, neighborhoodOf(kind, row, requests, cap)]));
};

/** Makes an entity with the pages of its neighbors from a row of the statement's result. */
export const neighborhoodOf = (
  kind: EntityKind,
  row: NeighborPagesRow,
  requests: readonly NeighborsRequest[],
  cap: number,
): Neighborhood => ({ entity: entityOf(kind, row.entity ?? [], cap), pages: pagesOf(row, requests, cap) });

/** The kind of entity at which the relations of all requests start. */
export const firstKind = ([request]: readonly NeighborsRequest[]): EntityKind => {
  if (!request) throw new TypeError('A read along relations needs at least one relation.');
  return relationRow(request.relation).from;
};

const readRows = (
  database: Database,
  cap: number,
  ids: readonly EntityId[],
  requests: readonly NeighborsRequest[],
  withEntities: boolean,
): Promise<NeighborPagesRow[]> => {
  const statement = pagesStatement(firstKind(requests), shapesOf(requests), withEntities);
  return database.read(statement, { ids: [...new Set(ids)], cap, ...pagesParameters(requests) });
};

/** Selects those properties of the requests on which the text of the Cypher statement depends. */
export const shapesOf = (requests: readonly NeighborsRequest[]): NeighborsShape[] =>
  requests.map(({ relation, page }) => ({ relation, ...shapeOf(page) }));

/** The parameters with which the statement is sent for these requests. */
export const pagesParameters = (requests: readonly NeighborsRequest[]): object =>
  Object.assign({}, ...requests.map(({ page }, number) => pageParameters(page, number))) as object;

const pagesOf = (row: NeighborPagesRow, requests: readonly NeighborsRequest[], cap: number): Page[] =>
  requests.map(({ relation, page }, number) => neighborPage(relation, row.id, row, page, cap, number));

/**
 * A page for each pair of entities: the neighbors that `page.which` selects, for example those that both have. Takes
 * one statement.
 */
export const readCommonNeighbors = async (
  database: Database,
  cap: number,
  relation: RelationName,
  pairs: readonly Pair[],
  page: PairPageRequest,
): Promise<Map<string, Page>> => {
  if (pairs.length === 0) return new Map();
  const statement = commonStatement({ relation, which: page.which, ...shapeOf(page) });
  const parameters = { pairs, cap, ...pageParameters(page, 0) };
  const rows = await database.read<Pair & PageRow<NeighborRow>>(statement, parameters);
  return new Map(rows.map((row) => [pairKey(row), neighborPage(relation, row.from, row, page, cap, 0)]));
};
