import type { EntityKind } from '../../../graph/model/entities.ts';
import type { Statement } from '../../cypher/statement.ts';
import { anchors, listPredicates, namedBy, namedVariables, type Anchor } from '../../cypher/filters.ts';
import { isAfter, orderExpressions, partsAfter, partsBefore } from '../../cypher/orders.ts';
import { pageColumns, type PageShape } from '../../cypher/pages.ts';
import { labels, nodeProjection } from '../../cypher/projections.ts';

/** What the text of the statement for a list depends on; everything else is a parameter. */
export interface ListShape extends PageShape {
  kind: EntityKind;
  /** The field of the filter that few nodes pass: the list is read from there instead of in the order of an index. */
  anchor?: Anchor;
}

/** A node as a list; an author with the number of collaborators. */
const projection = ({ kind, brief }: ListShape): string =>
  kind === 'AUTHOR'
    ? `[${nodeProjection(kind, { brief })}, node.collaboratorCount]`
    : `[${nodeProjection(kind, { brief })}]`;

const matchKind = (shape: ListShape): string => `MATCH (node:${labels[shape.kind]})`;
const predicates = (shape: ListShape): string[] =>
  shape.filter ? listPredicates[shape.kind](shape.named) : [];

/** A subquery that imports what the filter's predicates need. */
const call = (shape: ListShape, body: string): string =>
  `CALL (${namedVariables(shape.named, '').join(', ')}) {\n  ${body}\n  }`;

/** Reads nodes in the order of an index. What follows a position is a union of ranges, each of which the index serves. */
const inIndexOrder = (shape: ListShape, keys: readonly string[]): string => {
  const order = keys.join(', ');
  const part = (bounds: string): string =>
    `${matchKind(shape)} WHERE ${[bounds, ...predicates(shape)].join('\n  AND ')}
  RETURN node ORDER BY ${order} LIMIT $limit`;
  if (!shape.after) return part(keys.map((key) => `${key} IS NOT NULL`).join(' AND '));
  return `${call(shape, partsAfter(keys, '$after').map(part).join('\n  UNION ALL\n  '))}
  RETURN node ORDER BY ${order} LIMIT $limit`;
};

/** Reads the nodes that are connected with what the filter names, each once. */
const fromAnchor = (shape: ListShape): string =>
  `${(shape.anchor && anchors[shape.kind]?.[shape.anchor]) ?? matchKind(shape)}
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
    (bounds) => `EXISTS { ${matchKind(shape)} WHERE ${[bounds, ...predicates(shape)].join('\n  AND ')} }`,
  );
  return `RETURN ${parts.join('\n  OR ')} AS previous`;
};

const totalOf = (shape: ListShape): string => {
  const matching = shape.anchor
    ? fromAnchor(shape)
    : `${matchKind(shape)}${shape.filter ? ` WHERE ${predicates(shape).join('\n  AND ')}` : ''}`;
  return `${matching}\n  RETURN count(node) AS total`;
};

export const listStatement = (shape: ListShape): Statement => {
  const keys = orderExpressions(shape.order);
  const page = call(
    shape,
    `${call(shape, pageOf(shape, keys))}
  WITH node ORDER BY ${keys.join(', ')}
  RETURN collect(${projection(shape)}) AS page`,
  );
  return {
    name: `list ${shape.kind}`,
    purpose: `Reads a page of all ${labels[shape.kind]} nodes that pass a filter.`,
    text: [
      ...(shape.named.length > 0 ? [namedBy(shape.named, '')] : []),
      ...(shape.rows ? [page] : []),
      ...(shape.after ? [call(shape, previousOf(shape, keys))] : []),
      ...(shape.count || !shape.rows ? [call(shape, totalOf(shape))] : []),
      `RETURN ${pageColumns(shape)}`,
    ].join('\n'),
  };
};
