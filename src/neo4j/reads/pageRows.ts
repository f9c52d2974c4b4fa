import type { CollaborationFilter, ListFilter, RelationFilter } from '../../graph/model/filters.ts';
import type { Page, PageEntry, PageRequest } from '../../graph/model/pages.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { relationRow, type RelationName } from '../../graph/model/relations.ts';
import type { Named } from '../cypher/filters.ts';
import type { PageShape } from '../cypher/pages.ts';
import type { EdgeValues, NodeValues } from '../cypher/projections.ts';
import { edgeOf } from './edgeOf.ts';
import { briefEntityOf, entityOf } from './entityOf.ts';

type AnyFilter = RelationFilter | CollaborationFilter | ListFilter;

/** What the text of a page's statement depends on. */
export const shapeOf = (page: PageRequest<AnyFilter>): PageShape => ({
  order: page.order,
  rows: page.first > 0 || page.after !== undefined,
  after: page.after !== undefined,
  count: page.count,
  filter: page.filter !== undefined && Object.values(page.filter).some((value) => value !== undefined),
  named: namedIn(page.filter),
  brief: page.brief === true,
});

/** What a filter names by ids. */
export const namedIn = (filter: AnyFilter = {}): Named[] => [
  ...('topicIds' in filter && filter.topicIds ? (['topics'] as const) : []),
  ...('institutionIds' in filter && filter.institutionIds ? (['institutions'] as const) : []),
];

/** What it takes as parameters; one entry more than asked for tells whether there is a next page. */
export const pageParameters = (page: PageRequest<AnyFilter>, number: number | '' = '') => ({
  [`limit${number}`]: page.first + 1,
  [`after${number}`]: page.after,
  [`filter${number}`]: flatFilter(page.filter),
});

/** A filter as the statements take it: the two ends of a range of years beside the other fields. */
export const flatFilter = (filter: AnyFilter | undefined): object => {
  if (filter === undefined || !('years' in filter)) return filter ?? {};
  const { years, ...rest } = filter;
  return { ...rest, ...years };
};

/** Columns of a page, as `pageColumns` names them. */
export type PageColumns<Entry> = {
  [column: `page${string}`]: Entry[] | undefined;
  [column: `previous${string}`]: boolean | undefined;
  [column: `total${string}`]: number | undefined;
};

/** A page of entries from the columns of its row. */
export const cutPage = <Row, Entry>(
  row: PageColumns<Row>,
  request: { first: number; count: boolean },
  entryOf: (row: Row) => Entry,
  number: number | '' = '',
) => {
  const rows = row[`page${number}`];
  const total = row[`total${number}`];
  return {
    entries: (rows ?? []).slice(0, request.first).map(entryOf),
    hasNext: rows ? rows.length > request.first : (total ?? 0) > 0,
    hasPrevious: row[`previous${number}`] ?? false,
    ...(request.count && { total: total ?? 0 }),
  };
};

/** An entry of a page along a relation. */
export type NeighborRow = [node: NodeValues, edge: EdgeValues | null];

/** A page along a relation from one of its ends. */
export const neighborPage = (
  relation: RelationName,
  source: EntityId,
  row: PageColumns<NeighborRow>,
  request: PageRequest<AnyFilter>,
  cap: number,
  number = 0,
): Page => {
  const relationOf = relationRow(relation);
  const entryOf = ([values, edge]: NeighborRow): PageEntry => {
    const node = request.brief ? briefEntityOf(relationOf.to, values) : entityOf(relationOf.to, values, cap);
    return { node, edge: edgeOf(relationOf, edge, source, node.id) };
  };
  return cutPage(row, request, entryOf, number);
};
