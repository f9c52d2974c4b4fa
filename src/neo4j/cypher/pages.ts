import type { OrderKey } from '../../graph/model/orders.ts';
import type { EdgeShape } from '../../graph/model/relations.ts';
import type { EntityKind } from '../../graph/model/entities.ts';
import { isAfter, orderExpressions } from './orders.ts';
import type { Named } from './filters.ts';
import { edgeProjection, nodeProjection } from './projections.ts';

/** What the text of a page depends on; all else is a parameter. */
export interface PageShape {
  order: readonly OrderKey[];
  /** False where only the count, or whether there is anything, is wanted: nothing is sorted then. */
  rows: boolean;
  after: boolean;
  count: boolean;
  filter: boolean;
  /** What the filter names. */
  named: readonly Named[];
  brief: boolean;
}

/** Where a page's entries come from: Cypher that binds `node` and `edge` from the variables in `scope`. */
export interface PageSource {
  scope: string;
  matching: string;
  to: EntityKind;
  edge: EdgeShape;
  /** A cheaper way to count than matching, where there is one. */
  degree?: string;
}

/** What decides which columns a page has. */
export type ColumnShape = Pick<PageShape, 'rows' | 'after' | 'count'>;

/** What a page of this shape returns; without rows its count says whether there are any. */
const columnsOf = ({ rows, after, count }: ColumnShape): string[] => [
  ...(rows ? ['page'] : []),
  ...(after ? ['previous'] : []),
  ...(count || !rows ? ['total'] : []),
];

/**
 * The subqueries of one page, in variables and parameters ending in its number: `page0` its entries in order, one
 * more than asked for where there are more, `previous0` and `total0` where they are asked for.
 *
 * @param withNodes whether the nodes themselves are to go on, as `nodes0`
 */
export const pageSubqueries = (
  source: PageSource,
  shape: PageShape,
  number: number,
  withNodes = false,
): string => {
  const keys = orderExpressions(shape.order);
  const behind = isAfter(keys, `$after${number}`);
  const call = (body: string): string => `CALL (${source.scope}) {\n  ${body}\n}`;
  const page = call(`${source.matching}
  WITH node, edge${shape.after ? ` WHERE ${behind}` : ''}
  ORDER BY ${keys.join(', ')} LIMIT $limit${number}
  RETURN collect([${nodeProjection(source.to, { brief: shape.brief })}, ${edgeProjection(source.edge, shape.brief)}]) AS page${number}${
    withNodes ? `, collect(node) AS nodes${number}` : ''
  }`);
  const previous = call(`${source.matching}
  WITH node, edge WHERE NOT ${behind}
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous${number}`);
  const total = call(
    source.degree
      ? `RETURN ${source.degree} AS total${number}`
      : `${source.matching}\n  RETURN count(*) AS total${number}`,
  );
  const subqueries: Record<string, string> = { page, previous, total };
  return columnsOf(shape)
    .map((column) => subqueries[column])
    .join('\n');
};

/** The names of what `pageSubqueries` returns. */
export const pageColumns = (shape: ColumnShape, number: number | '' = ''): string =>
  columnsOf(shape)
    .map((column) => `${column}${number}`)
    .join(', ');
