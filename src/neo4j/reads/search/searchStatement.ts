import type { Statement } from '../../cypher/statement.ts';
import { pageColumns, type ColumnShape } from '../../cypher/pages.ts';
import { nodeProjection } from '../../cypher/projections.ts';

/** Finds the nodes that match `$query` in `$indexes`, each with its score and rank (see graph/search.ts). */
const ranked = `UNWIND $indexes AS index
  CALL db.index.fulltext.queryNodes(index, $query) YIELD node
  WITH node, CASE
    WHEN $text IN node.spellings THEN 3
    WHEN any(spelling IN node.spellings WHERE spelling STARTS WITH $text) THEN 2
    ELSE 1
  END AS score, coalesce(node.paperCount, node.citationCount, -1) AS rank`;

const isBehind = `(score < $after.score OR (score = $after.score
    AND (rank < $after.rank OR (rank = $after.rank AND node.id > $after.id))))`;

/** A hit as a list. The most frequent kind comes first, because CASE tests one label after the other. */
const hit = `CASE
      WHEN node:Author THEN ['AUTHOR', ${nodeProjection('AUTHOR')}, score]
      WHEN node:Paper THEN ['PAPER', ${nodeProjection('PAPER')}, score]
      WHEN node:Topic THEN ['TOPIC', ${nodeProjection('TOPIC')}, score]
      ELSE ['INSTITUTION', ${nodeProjection('INSTITUTION')}, score]
    END`;

export const searchStatement = (shape: ColumnShape): Statement => {
  const page = `CALL () {
  ${ranked}${shape.after ? `\n  WHERE ${isBehind}` : ''}
  ORDER BY score DESC, rank DESC, node.id LIMIT $limit
  RETURN collect(${hit}) AS page
}`;
  const previous = `CALL () {
  ${ranked}
  WHERE NOT ${isBehind}
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous
}`;
  const total = `CALL () {
  UNWIND $indexes AS index
  CALL db.index.fulltext.queryNodes(index, $query) YIELD node
  RETURN count(node) AS total
}`;
  return {
    name: 'search',
    purpose: 'Reads a page of the nodes that a text finds, best score first.',
    text: [
      ...(shape.rows ? [page] : []),
      ...(shape.after ? [previous] : []),
      ...(shape.count || !shape.rows ? [total] : []),
      `RETURN ${pageColumns(shape)}`,
    ].join('\n'),
  };
};
