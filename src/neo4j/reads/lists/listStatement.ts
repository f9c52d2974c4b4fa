import type { EntityKind } from '../../../graph/model/entities.ts';
import type { Statement } from '../../connection/database.ts';
import { anchors, listPredicates, namedBy, namedVariables, type Anchor } from '../../cypher/filters.ts';
import { isAfter, orderExpressions, partsAfter, partsBefore } from '../../cypher/orders.ts';
import { pageColumns, type PageShape } from '../../cypher/pages.ts';
import { labels, nodeProjection } from '../../cypher/projections.ts';

/** A page of all entities of a kind, as far as the text depends on it. */
export interface ListShape extends PageShape {
  kind: EntityKind;
  /** Where a filter lets few pass: what the list starts from. */
  anchor?: Anchor;
}

/** A node as a list, and of an author how many collaborators. */
const listed = ({ kind, brief }: ListShape): string =>
  kind === 'AUTHOR'
    ? `[${nodeProjection(kind, { brief })}, node.collaboratorCount]`
    : `[${nodeProjection(kind, { brief })}]`;

const found = (shape: ListShape): string => `MATCH (node:${labels[shape.kind]})`;
const predicates = (shape: ListShape): string[] =>
  shape.filter ? listPredicates[shape.kind](shape.named) : [];

/** A subquery that can use the filter's predicates. */
const call = (shape: ListShape, body: string): string =>
  `CALL (${namedVariables(shape.named, '').join(', ')}) {\n  ${body}\n  }`;

/** Nodes in the order of an index. What follows a position is put together of ranges the index can serve. */
const inIndexOrder = (shape: ListShape, keys: readonly string[]): string => {
  const order = keys.join(', ');
  const part = (bounds: string): string =>
    `${found(shape)} WHERE ${[bounds, ...predicates(shape)].join('\n  AND ')}
  RETURN node ORDER BY ${order} LIMIT $limit`;
  if (!shape.after) return part(keys.map((key) => `${key} IS NOT NULL`).join(' AND '));
  return `${call(shape, partsAfter(keys, '$after').map(part).join('\n  UNION ALL\n  '))}
  RETURN node ORDER BY ${order} LIMIT $limit`;
};

/** Nodes reached from what the filter names, each once. */
const fromAnchor = (shape: ListShape): string =>
  `${(shape.anchor && anchors[shape.kind]?.[shape.anchor]) ?? found(shape)}
  WITH DISTINCT node WHERE ${predicates(shape).join('\n  AND ')}`;

const pageOf = (shape: ListShape, keys: readonly string[]): string => {
  if (!shape.anchor) return inIndexOrder(shape, keys);
  return `${fromAnchor(shape)}${shape.after ? `\n  AND ${isAfter(keys, '$after')}` : ''}
  RETURN node ORDER BY ${keys.join(', ')} LIMIT $limit`;
};

const previousOf = (shape: ListShape, keys: readonly string[]): string => {
  if (shape.anchor) {
    return `${fromAnchor(shape)}\n  AND NOT ${isAfter(keys, '$after')}
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous`;
  }
  const parts = partsBefore(keys, '$after').map(
    (bounds) => `EXISTS { ${found(shape)} WHERE ${[bounds, ...predicates(shape)].join('\n  AND ')} }`,
  );
  return `RETURN ${parts.join('\n  OR ')} AS previous`;
};

const totalOf = (shape: ListShape): string => {
  const matching = shape.anchor
    ? fromAnchor(shape)
    : `${found(shape)}${shape.filter ? ` WHERE ${predicates(shape).join('\n  AND ')}` : ''}`;
  return `${matching}\n  RETURN count(node) AS total`;
};

/** A page of the list: `page`, and `previous` and `total` where they are asked for. */
export const listStatement = (shape: ListShape): Statement => {
  const keys = orderExpressions(shape.order);
  const page = call(
    shape,
    `${call(shape, pageOf(shape, keys))}
  WITH node ORDER BY ${keys.join(', ')}
  RETURN collect(${listed(shape)}) AS page`,
  );
  return {
    name: `list ${shape.kind}`,
    text: [
      ...(shape.named.length > 0 ? [namedBy(shape.named, '')] : []),
      ...(shape.rows ? [page] : []),
      ...(shape.after ? [call(shape, previousOf(shape, keys))] : []),
      ...(shape.count || !shape.rows ? [call(shape, totalOf(shape))] : []),
      `RETURN ${pageColumns(shape)}`,
    ].join('\n'),
  };
};
