import { entityKinds, type EntityKind } from '../../../graph/model/entities.ts';
import {
  relationKinds,
  relationNames,
  relationRow,
  type EdgeDirection,
  type RelationKind,
} from '../../../graph/model/relations.ts';
import type { Statement } from '../../connection/database.ts';
import { edgeProjection, labels } from '../../cypher/projections.ts';

/** Own ids, one list whatever kinds they are of: the database plans anew for each mix of empty and full lists. */
const asked = `CALL () {
${entityKinds.map((kind) => `  MATCH (node:${labels[kind]}) WHERE node.id IN $ids RETURN node`).join('\n  UNION ALL\n')}
}`;

const patterns: Readonly<Record<EdgeDirection, (node: string, kind: RelationKind) => string>> = {
  OUT: (node, kind) => `(${node})-[:${kind}]->()`,
  IN: (node, kind) => `(${node})<-[:${kind}]-()`,
  UNDIRECTED: (node, kind) => `(${node})-[:${kind}]-()`,
};

/**
 * How many neighbours of a kind a node has. Where one relation leads from its kind to that kind, they are as many
 * as its relationships, a number that is kept where it is large. Several lead only from papers to papers and from
 * topics to topics, seen from both ends, and may lead to the same one.
 */
const countOf = (node: string, to: EntityKind): string => {
  const leading = relationNames.map(relationRow).filter((row) => row.to === to);
  const isAlone = (from: EntityKind): boolean => leading.filter((row) => row.from === from).length === 1;
  const alone = leading
    .filter(({ from }) => isAlone(from))
    .map(
      ({ kind, direction }) =>
        `CASE WHEN '${kind}' IN $relations THEN COUNT { ${patterns[direction](node, kind)} } ELSE 0 END`,
    );
  const together = new Set(leading.filter(({ from }) => !isAlone(from)).map(({ kind }) => kind));
  if (together.size > 0) {
    alone.push(`COUNT {
      MATCH (${node})-[edge:${[...together].join('|')}]-(other) WHERE type(edge) IN $relations
      RETURN DISTINCT other
    }`);
  }
  return alone.join('\n    + ');
};

/** The edge as its relation has it. */
const edgeOfAnyKind = (kinds: ReadonlySet<RelationKind>): string => {
  const shapes = new Map(relationNames.map(relationRow).map(({ kind, edge }) => [kind, edge]));
  const cases = [...kinds].sort().flatMap((kind) => {
    const shape = shapes.get(kind) ?? 'plain';
    return shape === 'plain' ? [] : [`WHEN '${kind}' THEN ${edgeProjection(shape, true)}`];
  });
  return cases.length === 0 ? 'null' : `CASE type(edge) ${cases.join(' ')} END`;
};

/** How many neighbours of each kind the node has along `$relations`. */
export const neighborCounts = (node: string): string =>
  `{\n    ${entityKinds.map((kind) => `${kind}: ${countOf(node, kind)}`).join(',\n    ')}\n  }`;

/** Where the relationships of these kinds lead from `node` to others of `nodes`. */
export const linksAmongNodes = (
  kinds: ReadonlySet<RelationKind>,
): string => `MATCH (node)-[edge:${relationKinds.filter((kind) => kinds.has(kind)).join('|')}]->(target)
    WHERE target IN nodes`;

/** One of them as a list. */
export const linkProjection = (kinds: ReadonlySet<RelationKind>): string =>
  `[node.id, target.id, type(edge), ${edgeOfAnyKind(kinds)}]`;

/**
 * For each of the nodes `$ids` the relationships of the kinds that lead from it to others of them; and how many
 * neighbours of each kind it has along `$relations` where it is among `$counted`.
 */
export const linksStatement = (kinds: ReadonlySet<RelationKind>): Statement => ({
  name: 'links',
  text: `${asked}
WITH collect(node) AS nodes
UNWIND nodes AS node
RETURN node.id AS id,
  COLLECT {
    ${linksAmongNodes(kinds)}
    RETURN ${linkProjection(kinds)}
  } AS edges,
  CASE WHEN node.id IN $counted THEN ${neighborCounts('node')} END AS counts`,
});
