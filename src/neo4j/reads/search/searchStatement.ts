import { entityKinds } from '../../../graph/model/entities.ts';
import { labels, nodeProjection } from '../../cypher/nodeProjection.ts';
import { isAfter, orderBy } from '../../cypher/orders.ts';
import { pageColumns, partsOfPage, type ColumnShape } from '../../cypher/pages.ts';
import type { Statement } from '../../cypher/statement.ts';

/** Finds the nodes that match `$query` in `$indexes`, each with its score and rank (see graph/search.ts). */
const ranked = `UNWIND $indexes AS index
  CALL db.index.fulltext.queryNodes(index, $query) YIELD node
  WITH node, CASE
    WHEN $text IN node.spellings THEN 3
    WHEN any(spelling IN node.spellings WHERE spelling STARTS WITH $text) THEN 2
    ELSE 1
  END AS score, coalesce(node.paperCount, node.citationCount, -1) AS rank`;

const order = ['-score', '-rank', 'node.id'];

/** A hit as a list. */
const hit = `CASE
${entityKinds
  .map((kind) => `      WHEN node:${labels[kind]} THEN ['${kind}', ${nodeProjection(kind)}, score]`)
  .join('\n')}
    END`;

export interface SearchShape extends ColumnShape {
  /** Whether the list is read from its end; see PageRequest. */
  backward: boolean;
}

export const searchStatement = (shape: SearchShape): Statement => {
  const isAfterHit = isAfter(order, '$after', shape.backward);
  const parts = partsOfPage(shape, {
    page: () => `CALL () {
  ${ranked}${shape.after ? `\n  WHERE ${isAfterHit}` : ''}
  ORDER BY ${orderBy(order, shape.backward)} LIMIT $limit
  RETURN collect(${hit}) AS page
}`,
    previous: () => `CALL () {
  ${ranked}
  WHERE NOT ${isAfterHit}
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous
}`,
    total: () => `CALL () {
  UNWIND $indexes AS index
  CALL db.index.fulltext.queryNodes(index, $query) YIELD node
  RETURN count(node) AS total
}`,
  });
  return {
    name: 'search',
    purpose: 'Reads a page of the nodes that a text finds, best score first.',
    text: [...parts, `RETURN ${pageColumns(shape)}`].join('\n'),
  };
};
