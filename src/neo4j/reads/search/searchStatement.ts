import { entityKinds } from '../../../graph/model/entityKinds.ts';
import { LAST } from '../../../graph/model/orders.ts';
import { FEW_HITS } from '../../../graph/searchClauses.ts';
import { labels, nodeProjection } from '../../cypher/nodeProjection.ts';
import { isAfter, orderBy } from '../../cypher/orders.ts';
import { pageColumns, partsOfPage, type ColumnShape } from '../../cypher/pages.ts';
import type { Statement } from '../../cypher/statement.ts';

/**
 * The beginning of a statement that searches several full-text indexes, each with its own query. The rest of the
 * statement runs for every node that is found.
 */
const matching = (query: 'strict' | 'loose'): string => `UNWIND $searches AS search
  CALL db.index.fulltext.queryNodes(search.index, search.${query}) YIELD node`;

/** Finds nodes, each with its score and rank (see graph/search.ts). */
const ranked = ({ isLoose }: SearchShape): string => `${matching(isLoose ? 'loose' : 'strict')}
  WITH node, CASE
    WHEN $text IN node.spellings THEN 3
    WHEN any(spelling IN node.spellings WHERE spelling STARTS WITH $text) THEN 2
    ${isLoose ? 'WHEN node IN strictNodes THEN 1\n    ELSE 0' : 'ELSE 1'}
  END AS score, coalesce(node.paperCount, CASE WHEN node.mostCited < ${LAST} THEN -node.mostCited ELSE -1 END) AS rank`;

/**
 * Collects the nodes that have all searched words without typing errors. It is used only if these are few, so that a
 * search for similar words follows.
 */
const strictNodes = `CALL () {
  ${matching('strict')}
  RETURN collect(node) AS strictNodes
}`;

const order = ['-score', '-rank', 'node.id'];

/** Cypher for a hit: a list of the kind, the values of the node, and the score. */
const hit = `CASE
${entityKinds
  .map((kind) => `      WHEN node:${labels[kind]} THEN ['${kind}', ${nodeProjection(kind)}, score]`)
  .join('\n')}
    END`;

interface SearchShape extends ColumnShape {
  /** Whether the statement also finds nodes that have only similar words. */
  isLoose: boolean;
  /** Whether the list is read backward, from its end; see PageRequest. */
  backward: boolean;
}

export const searchStatement = (shape: SearchShape): Statement => {
  const isAfterHit = isAfter(order, '$after', shape.backward);
  const call = shape.isLoose ? 'CALL (strictNodes)' : 'CALL ()';
  const parts = partsOfPage(shape, {
    page: () => `${call} {
  ${ranked(shape)}${shape.after ? `\n  WHERE ${isAfterHit}` : ''}
  ORDER BY ${orderBy(order, shape.backward)} LIMIT $limit
  RETURN collect(${hit}) AS page
}`,
    previous: () => `${call} {
  ${ranked(shape)}
  WHERE NOT ${isAfterHit}
  WITH 1 AS one LIMIT 1
  RETURN count(one) > 0 AS previous
}`,
    total: () => `CALL () {
  ${matching(shape.isLoose ? 'loose' : 'strict')}
  RETURN count(node) AS total
}`,
  });
  const few = `CALL () {
  ${matching('strict')}
  WITH node LIMIT ${FEW_HITS}
  RETURN count(node) < ${FEW_HITS} AS isFew
}`;
  return {
    name: shape.isLoose ? 'search loosely' : 'search',
    purpose: `Reads a page of the nodes that a text finds${shape.isLoose ? ', also with typing errors' : ''}, best score first.`,
    text: shape.isLoose
      ? [strictNodes, ...parts, `RETURN ${pageColumns(shape)}`].join('\n')
      : [...parts, few, `RETURN ${pageColumns(shape)}, isFew`].join('\n'),
  };
};
