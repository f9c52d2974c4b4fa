import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import { anchors, filterNodes, filterVariables, listPredicates } from '../../cypher/filters.ts';
import { labels, nodeProjection } from '../../cypher/nodeProjection.ts';
import { isAfter, orderBy, orderExpressions, partsAfter, partsNotAfter } from '../../cypher/orders.ts';
import { pageColumns, partsOfPage, type PageShape } from '../../cypher/pages.ts';
import type { Statement } from '../../cypher/statement.ts';

/** The properties of a request on which the text of the statement depends. All other properties are parameters. */
interface ListShape extends PageShape {
  kind: EntityKind;
  /**
   * The field of the filter that the fewest nodes pass. The statement finds these nodes first and then tests them with
   * the other fields.
   */
  anchor?: string;
}

/** A value that an entry of a list has in addition to its node, by kind. */
const edgeProperties: Readonly<Partial<Record<EntityKind, string>>> = { AUTHOR: 'node.collaboratorCount' };

const entryProjection = ({ kind, brief }: ListShape): string =>
  `[${[nodeProjection(kind, { brief }), edgeProperties[kind]].filter(Boolean).join(', ')}]`;

const matchKind = (shape: ListShape): string => `MATCH (node:${labels[shape.kind]})`;

const predicates = (shape: ListShape): string[] =>
  shape.filter ? (listPredicates[shape.kind]?.(shape.filterTargets) ?? []) : [];

/** Wraps Cypher in a subquery that can use the variables of the filter's predicates. */
const call = (shape: ListShape, body: string): string =>
  `CALL (${filterVariables(shape.filterTargets, '').join(', ')}) {\n  ${body}\n  }`;

/**
 * Reads nodes in the order of an index. For the nodes after a position, it reads several ranges, because an index can
 * only read ranges.
 */
const inIndexOrder = (shape: ListShape, keys: readonly string[]): string => {
  const order = orderBy(keys, shape.backward);
  const part = (bounds: string): string =>
    `${matchKind(shape)} WHERE ${[bounds, ...predicates(shape)].join('\n  AND ')}
  RETURN node ORDER BY ${order} LIMIT $limit`;
  if (!shape.after) return part(keys.map((key) => `${key} IS NOT NULL`).join(' AND '));
  return `${call(shape, partsAfter(keys, '$after', shape.backward).map(part).join('\n  UNION ALL\n  '))}
  RETURN node ORDER BY ${order} LIMIT $limit`;
};

/** Cypher that matches the nodes that pass the filter. It first finds the nodes that pass the field `anchor`. */
const fromAnchor = (shape: ListShape): string =>
  `${(shape.anchor && anchors[shape.kind]?.[shape.anchor]) ?? matchKind(shape)}
  WITH DISTINCT node WHERE ${predicates(shape).join('\n  AND ')}`;

const pageOf = (shape: ListShape, keys: readonly string[]): string => {
  if (!shape.anchor) return inIndexOrder(shape, keys);
  return `${fromAnchor(shape)}${shape.after ? `\n  AND ${isAfter(keys, '$after', shape.backward)}` : ''}
  RETURN node ORDER BY ${orderBy(keys, shape.backward)} LIMIT $limit`;
};

const previousOf = (shape: ListShape, keys: readonly string[]): string => {
  if (shape.anchor) {
    return `${fromAnchor(shape)}\n  AND NOT ${isAfter(keys, '$after', shape.backward)}
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous`;
  }
  const parts = partsNotAfter(keys, '$after', shape.backward).map(
    (bounds) => `EXISTS { ${matchKind(shape)} WHERE ${[bounds, ...predicates(shape)].join('\n  AND ')} }`,
  );
  return `RETURN ${parts.join('\n  OR ')} AS previous`;
};

const totalOf = (shape: ListShape): string => {
  const where = shape.filter ? ` WHERE ${predicates(shape).join('\n  AND ')}` : '';
  const matching = shape.anchor ? fromAnchor(shape) : `${matchKind(shape)}${where}`;
  return `${matching}\n  RETURN count(node) AS total`;
};

export const listStatement = (shape: ListShape): Statement => {
  const keys = orderExpressions(shape.order);
  const parts = partsOfPage(shape, {
    page: () =>
      call(
        shape,
        `${call(shape, pageOf(shape, keys))}
  WITH node ORDER BY ${orderBy(keys, shape.backward)}
  RETURN collect(${entryProjection(shape)}) AS page`,
      ),
    previous: () => call(shape, previousOf(shape, keys)),
    total: () => call(shape, totalOf(shape)),
  });
  return {
    name: `list ${shape.kind}`,
    purpose: `Reads a page of all ${labels[shape.kind]} nodes that pass a filter.`,
    text: [
      ...(shape.filterTargets.length > 0 ? [filterNodes(shape.filterTargets, '')] : []),
      ...parts,
      `RETURN ${pageColumns(shape)}`,
    ].join('\n'),
  };
};
