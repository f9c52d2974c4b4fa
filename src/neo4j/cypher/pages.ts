import type { EntityKind } from '../../graph/model/entityKinds.ts';
import type { OrderKey } from '../../graph/model/orders.ts';
import type { EdgeShape } from '../../graph/model/relationRow.ts';
import { edgeProjection } from './edgeProjection.ts';
import type { FilterTarget } from './filters.ts';
import { nodeProjection } from './nodeProjection.ts';
import { isAfter, orderBy, orderExpressions } from './orders.ts';

/** The properties of a page on which the text of its statement depends. Everything else is a parameter. */
export interface PageShape {
  order: readonly OrderKey[];
  /** False if the request needs no entries, but only their number or whether there are any. Then nothing is sorted. */
  rows: boolean;
  after: boolean;
  /** Whether the list is read from its end; see PageRequest. */
  backward: boolean;
  count: boolean;
  filter: boolean;
  filterTargets: readonly FilterTarget[];
  brief: boolean;
}

/** The Cypher that finds the entries of a page. */
export interface PageSource {
  /** The names of the variables that `matching` uses, separated by commas. */
  scope: string;
  /** Cypher that binds `node` and `edge`. */
  matching: string;
  to: EntityKind;
  edge: EdgeShape;
  /** An expression for the number of entries, if there is one that is cheaper than matching the entries. */
  degree?: string;
}

type ColumnName = 'page' | 'previous' | 'total';

/** The properties of a page that determine which columns its statement returns. */
export type ColumnShape = Pick<PageShape, 'rows' | 'after' | 'count'>;

/** The columns of a page. If no entries are returned, the total shows whether the page has entries. */
const columnNames = ({ rows, after, count }: ColumnShape): ColumnName[] => [
  ...(rows ? (['page'] as const) : []),
  ...(after ? (['previous'] as const) : []),
  ...(count || !rows ? (['total'] as const) : []),
];

/** Returns those parts of a statement that compute the columns of a page of this shape. */
export const partsOfPage = (
  shape: ColumnShape,
  parts: Readonly<Record<ColumnName, () => string>>,
): string[] => columnNames(shape).map((column) => parts[column]());

/** The columns of a page, for the RETURN clause. */
export const pageColumns = (shape: ColumnShape, number: number | '' = ''): string =>
  columnNames(shape)
    .map((column) => `${column}${number}`)
    .join(', ');

/**
 * The subqueries of one page. The names of their variables and parameters end in the number of the page. `page0` holds
 * the entries in the order in which the list is read, and one more entry if there are more than requested. `previous0`
 * tells whether the list has entries before the page, in the direction in which it is read. `total0` is the number of
 * entries of the list.
 *
 * @param withNodes whether to return the nodes, too, as `nodes0`
 */
export const pageSubqueries = (
  source: PageSource,
  shape: PageShape,
  number: number,
  withNodes = false,
): string => {
  const { scope, matching, to, edge, degree } = source;
  const keys = orderExpressions(shape.order);
  const afterPosition = isAfter(keys, `$after${number}`, shape.backward);
  const call = (body: string): string => `CALL (${scope}) {\n  ${body}\n}`;
  const entry = `[${nodeProjection(to, { brief: shape.brief })}, ${edgeProjection(edge, shape.brief)}]`;
  const nodes = withNodes ? `, collect(node) AS nodes${number}` : '';
  return partsOfPage(shape, {
    page: () =>
      call(`${matching}
  WITH node, edge${shape.after ? ` WHERE ${afterPosition}` : ''}
  ORDER BY ${orderBy(keys, shape.backward)} LIMIT $limit${number}
  RETURN collect(${entry}) AS page${number}${nodes}`),
    previous: () =>
      call(`${matching}
  WITH node, edge WHERE NOT ${afterPosition}
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous${number}`),
    total: () =>
      call(
        degree ? `RETURN ${degree} AS total${number}` : `${matching}\n  RETURN count(*) AS total${number}`,
      ),
  }).join('\n');
};
