import { entityKinds, type EntityKind } from '../../../graph/model/entityKinds.ts';
import { relationNames, relationRow, type RelationKind } from '../../../graph/model/relations.ts';
import { edgeProjection } from '../../cypher/edgeProjection.ts';
import { labels } from '../../cypher/nodeProjection.ts';
import { relationPattern } from '../../cypher/relationPattern.ts';
import type { Statement } from '../../cypher/statement.ts';

const rows = relationNames.map(relationRow);

/**
 * The ids of all kinds are in one list. With a list for each kind, Neo4j would make a new plan for each combination of
 * empty and non-empty lists.
 */
const matchNodes = `CALL () {
${entityKinds.map((kind) => `  MATCH (node:${labels[kind]}) WHERE node.id IN $ids RETURN node`).join('\n  UNION ALL\n')}
}`;

/**
 * Counts the neighbors of a node that are of one kind. If only one relation connects the two kinds, this is the number
 * of relationships, which Neo4j can often look up. Papers with papers, and topics with topics, are connected by several
 * relations. These may lead to the same neighbor, which is counted once.
 */
const neighborCount = (node: string, to: EntityKind): string => {
  const relationsTo = rows.filter((row) => row.to === to);
  const isOnly = (from: EntityKind): boolean => relationsTo.filter((row) => row.from === from).length === 1;
  const counts = relationsTo
    .filter(({ from }) => isOnly(from))
    .map(
      (row) =>
        `CASE WHEN '${row.kind}' IN $relations THEN COUNT { ${relationPattern(row, node, '')} } ELSE 0 END`,
    );
  const several = new Set(relationsTo.filter(({ from }) => !isOnly(from)).map(({ kind }) => kind));
  if (several.size > 0) {
    counts.push(`COUNT {
      MATCH (${node})-[edge:${[...several].join('|')}]-(other) WHERE type(edge) IN $relations
      RETURN DISTINCT other
    }`);
  }
  return counts.join('\n    + ');
};

/** Cypher that counts, for each kind, the neighbors of a node along `$relations`. */
export const neighborCounts = (node: string): string =>
  `{\n    ${entityKinds.map((kind) => `${kind}: ${neighborCount(node, kind)}`).join(',\n    ')}\n  }`;

/** Matches the relationships of these kinds that lead from `node` to a node in the list `nodes`. */
export const linksAmongNodes = (
  kinds: readonly RelationKind[],
): string => `MATCH (node)-[edge:${kinds.join('|')}]->(target)
    WHERE target IN nodes`;

/** Cypher that returns the values of the relationship `edge`. Which values it has depends on its type. */
const edgeValues = (kinds: readonly RelationKind[]): string => {
  const shapes = new Map(rows.map(({ kind, edge }) => [kind, edge]));
  const cases = kinds.flatMap((kind) => {
    const projection = edgeProjection(shapes.get(kind) ?? 'plain', true);
    return projection === 'null' ? [] : [`WHEN '${kind}' THEN ${projection}`];
  });
  return cases.length === 0 ? 'null' : `CASE type(edge) ${cases.join(' ')} END`;
};

/** Cypher that returns a relationship matched by `linksAmongNodes` as a list. */
export const linkProjection = (kinds: readonly RelationKind[]): string =>
  `[node.id, target.id, type(edge), ${edgeValues(kinds)}]`;

export const linksStatement = (kinds: readonly RelationKind[]): Statement => ({
  name: 'links',
  purpose: 'Reads the relationships among the nodes $ids, and counts all neighbors of the nodes $counted.',
  text: `${matchNodes}
WITH collect(node) AS nodes
UNWIND nodes AS node
RETURN node.id AS id,
  COLLECT {
    ${linksAmongNodes(kinds)}
    RETURN ${linkProjection(kinds)}
  } AS edges,
  CASE WHEN node.id IN $counted THEN ${neighborCounts('node')} END AS counts`,
});
