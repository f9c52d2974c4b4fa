import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import type { RelationKind } from '../../../graph/model/relations.ts';
import { labels, nodeProjection } from '../../cypher/nodeProjection.ts';
import { pageColumns, pageSubqueries } from '../../cypher/pages.ts';
import type { Statement } from '../../cypher/statement.ts';
import { linkProjection, linksAmongNodes, neighborCounts } from '../links/linksStatement.ts';
import { neighborsSource, type NeighborsShape } from '../neighbors/neighborsStatement.ts';

/** @param kinds the kinds of relations whose edges among the nodes are read */
export const egoNetworkStatement = (
  from: EntityKind,
  shapes: readonly NeighborsShape[],
  kinds: readonly RelationKind[],
): Statement => {
  const pages = shapes.map((shape, number) =>
    pageSubqueries(neighborsSource(shape, number), shape, number, true),
  );
  const neighbors = shapes.map((_, number) => `nodes${number}`);
  return {
    name: `egoNetwork ${from}`,
    purpose: `Reads one ${labels[from]} node, pages of its neighbors, the links among all of them, and counts its neighbors.`,
    text: `MATCH (source:${labels[from]} {id: $id})
${pages.join('\n')}
WITH *, ${['[source]', ...neighbors].join(' + ')} AS nodes
CALL (nodes) {
  UNWIND nodes AS repeated
  WITH DISTINCT repeated AS node
  ${linksAmongNodes(kinds)}
  RETURN collect(${linkProjection(kinds)}) AS edges
}
RETURN source.id AS id, ${nodeProjection(from, { variable: 'source' })} AS entity, ${shapes.map((shape, number) => pageColumns(shape, number)).join(', ')},
  edges, ${neighborCounts('source')} AS counts`,
  };
};
