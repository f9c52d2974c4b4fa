import type {
  CollaborationFilter,
  ListFilter,
  PaperFilter,
  RelationFilter,
} from '../../graph/model/filters.ts';
import { reversedPage, type Page, type PageEntry, type PageRequest } from '../../graph/model/pages.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { relationRow, type RelationName } from '../../graph/model/relations.ts';
import { strictClauses } from '../../graph/searchClauses.ts';
import type { FilterTarget } from '../cypher/filters.ts';
import { luceneQuery } from '../cypher/luceneQuery.ts';
import type { PageShape } from '../cypher/pages.ts';
import type { EdgeValues } from '../cypher/edgeProjection.ts';
import type { NodeValues } from '../cypher/nodeProjection.ts';
import { edgeOf } from './edgeOf.ts';
import { briefEntityOf, entityOf } from './entityOf.ts';

type AnyFilter = RelationFilter | CollaborationFilter | ListFilter;

/** Selects those properties of a request for a page on which the text of the Cypher statement depends. */
export const shapeOf = (page: PageRequest<AnyFilter>): PageShape => ({
  order: page.order,
  rows: page.first > 0 || page.after !== undefined,
  after: page.after !== undefined,
  backward: page.backward === true,
  count: page.count,
  filter: page.filter !== undefined && Object.values(page.filter).some((value) => value !== undefined),
  filterTargets: filterTargetsOf(page.filter),
  brief: page.brief === true,
});

/**
 * What a filter refers to and the statement has to find first: nodes with ids, and papers with words in their titles.
 */
export const filterTargetsOf = (filter: AnyFilter = {}): FilterTarget[] => [
  ...('topicIds' in filter && filter.topicIds ? (['topics'] as const) : []),
  ...('authorIds' in filter && filter.authorIds ? (['authors'] as const) : []),
  ...('title' in filter && filter.title ? (['titled'] as const) : []),
  ...('institutionIds' in filter && filter.institutionIds ? (['institutions'] as const) : []),
];

/**
 * The parameters of the statement for a page. `limit` is one more than the page needs: the extra entry shows whether
 * there is a next page.
 */
export const pageParameters = (page: PageRequest<AnyFilter>, number: number | '' = '') => ({
  [`limit${number}`]: page.first + 1,
  [`after${number}`]: page.after,
  [`filter${number}`]: flatFilter(page.filter),
});

/**
 * Converts a filter to the form that statements take: the range of years becomes two fields `from` and `to`, and the
 * words of a title become a query of the full-text index.
 */
export const flatFilter = (filter: AnyFilter = {}): object => {
  const { years, title, ...rest } = filter as PaperFilter;
  return { ...rest, ...years, ...(title && { title: luceneQuery(strictClauses(title)) }) };
};

/** A row with the columns of one or more pages. `pageColumns` gives the names of the columns. */
export type PageRow<Entry> = {
  [column: `page${string}`]: Entry[] | undefined;
  [column: `previous${string}`]: boolean | undefined;
  [column: `total${string}`]: number | undefined;
};

/**
 * Makes a page from the columns of a row. If no entries were requested, there is a next page unless the list is empty.
 */
export const cutPage = <Row, Entry>(
  row: PageRow<Row>,
  request: { first: number; backward?: boolean; count: boolean },
  entryOf: (row: Row) => Entry,
  number: number | '' = '',
) => {
  const rows = row[`page${number}`];
  const total = row[`total${number}`];
  const page = {
    entries: (rows ?? []).slice(0, request.first).map(entryOf),
    hasNext: rows ? rows.length > request.first : (total ?? 0) > 0,
    hasPrevious: row[`previous${number}`] ?? false,
    ...(request.count && { total: total ?? 0 }),
  };
  return request.backward ? reversedPage(page) : page;
};

/** An entry of a page of neighbors, as Cypher from `pageSubqueries` returns it. */
export type NeighborRow = [node: NodeValues, edge: EdgeValues | null];

/**
 * Makes a page of the neighbors of one entity.
 *
 * @param number identifies the page among those of one statement, from 0
 */
export const neighborPage = (
  relation: RelationName,
  from: EntityId,
  row: PageRow<NeighborRow>,
  request: PageRequest<AnyFilter>,
  cap: number,
  number: number,
): Page => {
  const descriptor = relationRow(relation);
  const { to } = descriptor;
  const entryOf = ([values, edge]: NeighborRow): PageEntry => {
    const node = request.brief ? briefEntityOf(to, values) : entityOf(to, values, cap);
    return { node, edge: edgeOf(descriptor, edge, from, node.id) };
  };
  return cutPage(row, request, entryOf, number);
};
