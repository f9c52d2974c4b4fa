import type { Edge } from '../../../graph/model/edges.ts';
import type { CollaborationFilter } from '../../../graph/model/filters.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import type { Page, PageRequest } from '../../../graph/model/pages.ts';
import { relationRow, type RelationName } from '../../../graph/model/relations.ts';
import { pairKey, type Neighborhood, type NeighborsRequest, type Pair } from '../../../graph/store.ts';
import type { Database } from '../../connection/database.ts';
import {
  commonNeighborsStatement,
  filteredCollaborations,
  neighborsStatement,
  storedCollaborations,
  type NeighborsShape,
} from './neighborsStatement.ts';
import type { EdgeValues, NodeValues } from '../../cypher/projections.ts';
import { remembered } from '../../cypher/statementCache.ts';
import { collaborationEdge } from '../edgeOf.ts';
import { entityOf } from '../entityOf.ts';
import {
  flatFilter,
  namedIn,
  neighborPage,
  pageParameters,
  shapeOf,
  type NeighborRow,
  type PageColumns,
} from '../pageRows.ts';

/** Pages along relations from each of the ids that exist: one statement. */
export const readNeighbors = async (
  database: Database,
  cap: number,
  ids: readonly EntityId[],
  requests: readonly NeighborsRequest[],
): Promise<Map<EntityId, Page[]>> => {
  if (ids.length === 0 || requests.length === 0) return new Map(ids.map((id) => [id, []]));
  const rows = await rowsOf(database, cap, ids, requests, false);
  return new Map(rows.map((row) => [row.id, pagesOf(row, requests, cap)]));
};

/** The same with the entities: one statement too. */
export const readNeighborhoods = async (
  database: Database,
  cap: number,
  ids: readonly EntityId[],
  requests: readonly NeighborsRequest[],
): Promise<Map<EntityId, Neighborhood>> => {
  if (ids.length === 0 || requests.length === 0) return new Map();
  const rows = await rowsOf(database, cap, ids, requests, true);
  return new Map(
    rows.flatMap((row): [EntityId, Neighborhood][] => {
      const neighborhood = neighborhoodOf(row, requests, cap);
      return neighborhood ? [[row.id, neighborhood]] : [];
    }),
  );
};

/** An entity with its pages; undefined where the row is without. */
export const neighborhoodOf = (
  row: PagesRow,
  requests: readonly NeighborsRequest[],
  cap: number,
): Neighborhood | undefined => {
  const [first] = requests;
  if (!first || !row.entity) return undefined;
  const entity = entityOf(relationRow(first.relation).from, row.entity, cap);
  return { entity, pages: pagesOf(row, requests, cap) };
};

/** The pages of one entity. */
export type PagesRow = { id: EntityId; entity?: NodeValues } & PageColumns<NeighborRow>;

const rowsOf = (
  database: Database,
  cap: number,
  ids: readonly EntityId[],
  requests: readonly NeighborsRequest[],
  withEntities: boolean,
): Promise<PagesRow[]> => {
  const shapes = shapesOf(requests);
  const statement = remembered(['neighbors', shapes, withEntities], () =>
    neighborsStatement(shapes, withEntities),
  );
  const parameters = { ids: [...new Set(ids)], cap, ...pagesParameters(requests) };
  return database.read<PagesRow>(statement, parameters);
};

/** What the text of a statement of these pages depends on. */
export const shapesOf = (requests: readonly NeighborsRequest[]): NeighborsShape[] =>
  requests.map(({ relation, page }) => ({ relation, ...shapeOf(page) }));

/** And its parameters. */
export const pagesParameters = (requests: readonly NeighborsRequest[]): object =>
  Object.assign({}, ...requests.map(({ page }, number) => pageParameters(page, number))) as object;

const pagesOf = (row: PagesRow, requests: readonly NeighborsRequest[], cap: number): Page[] =>
  requests.map(({ relation, page }, number) => neighborPage(relation, row.id, row, page, cap, number));

/** Pages of what both of each pair are neighbors of: one statement. */
export const readCommonNeighbors = async (
  database: Database,
  cap: number,
  relation: RelationName,
  pairs: readonly Pair[],
  page: PageRequest<CollaborationFilter>,
): Promise<Map<string, Page>> => {
  if (pairs.length === 0) return new Map();
  const shape = { relation, ...shapeOf(page) };
  const statement = remembered(['common', shape], () => commonNeighborsStatement(shape));
  const rows = await database.read<Pair & PageColumns<NeighborRow>>(statement, {
    pairs,
    cap,
    ...pageParameters(page, 0),
  });
  return new Map(rows.map((row) => [pairKey(row), neighborPage(relation, row.from, row, page, cap)]));
};

/** What stands between each pair that wrote together: one statement. */
export const readCollaborations = async (
  database: Database,
  cap: number,
  pairs: readonly Pair[],
  filter: CollaborationFilter | undefined,
): Promise<Map<string, Edge>> => {
  const ordered = pairs.filter(({ from, to }) => from !== to).map(fromSmaller);
  if (ordered.length === 0) return new Map();
  const named = namedIn(filter);
  const statement = filter
    ? remembered(['collaborations', named], () => filteredCollaborations(named))
    : storedCollaborations;
  const parameters = { pairs: ordered, cap, filter: flatFilter(filter) };
  const rows = await database.read<Pair & { edge: EdgeValues<'collaboration'> }>(statement, parameters);
  const edges = new Map(rows.map((row) => [pairKey(row), collaborationEdge(row.edge)]));
  return new Map(
    pairs.flatMap((pair) => {
      const edge = edges.get(pairKey(fromSmaller(pair)));
      return edge ? [[pairKey(pair), edge] as const] : [];
    }),
  );
};

/** Ids are ASCII, so JavaScript compares them as bytes. */
const fromSmaller = ({ from, to }: Pair): Pair => (from < to ? { from, to } : { from: to, to: from });
