import { entityKinds, type EntityKind } from '../../../graph/entities.ts';
import {
  relationKinds,
  relationNames,
  relationRow,
  type EdgeDirection,
  type RelationKind,
} from '../../../graph/relations.ts';
import type { Statement } from '../../database.ts';
import { labels } from '../projections.ts';

/*
 * The ids are one list, whatever kinds they are of: the database makes a plan for each combination of empty, short
 * and long lists that it meets, and a plan for these texts takes it up to a second.
 */

const anyEntity = entityKinds.map((kind) => labels[kind]).join('|');

/** The nodes `$ids`, by their own ids, else by keys of theirs. */
const asked = `CALL () {
  MATCH (node:${anyEntity}) WHERE node.id IN $ids
  RETURN node.id AS asked, node
  UNION ALL
  MATCH (key:Key) WHERE key.key IN $ids AND NOT EXISTS { MATCH (own:${anyEntity}) WHERE own.id = key.key }
  MATCH (node:${anyEntity}) WHERE node.id = key.owner
  RETURN key.key AS asked, node
}`;

/** Every relationship of the relations among the nodes `$ids`. */
export const linksStatement = (kinds: ReadonlySet<RelationKind>): Statement => ({
  name: 'links',
  text: `${asked}
WITH collect(DISTINCT node) AS nodes
UNWIND nodes AS source
MATCH (source)-[edge:${relationKinds.filter((kind) => kinds.has(kind)).join('|')}]->(target)
WHERE target IN nodes
RETURN source.id AS source, target.id AS target, type(edge) AS relation,
  edge{.papers, .firstYear, .lastYear, .strength, .score, .position, .printed, .isCorresponding,
    .affiliationsAsPrinted, .institutionIds} AS edge`,
});

const patterns: Readonly<Record<EdgeDirection, (kind: RelationKind) => string>> = {
  OUT: (kind) => `(node)-[:${kind}]->()`,
  IN: (kind) => `(node)<-[:${kind}]-()`,
  UNDIRECTED: (kind) => `(node)-[:${kind}]-()`,
};

/**
 * How many neighbours of a kind a node has. Where one relation leads from its kind to that kind, they are as many
 * as its relationships, a number that is kept where it is large. Several lead only from papers to papers and from
 * topics to topics, seen from both ends, and may lead to the same one.
 */
const countOf = (to: EntityKind): string => {
  const leading = relationNames.map(relationRow).filter((row) => row.to === to);
  const isAlone = (from: EntityKind): boolean => leading.filter((row) => row.from === from).length === 1;
  const alone = leading
    .filter(({ from }) => isAlone(from))
    .map(
      ({ kind, direction }) =>
        `CASE WHEN '${kind}' IN $relations THEN COUNT { ${patterns[direction](kind)} } ELSE 0 END`,
    );
  const together = new Set(leading.filter(({ from }) => !isAlone(from)).map(({ kind }) => kind));
  if (together.size > 0) {
    alone.push(`COUNT {
      MATCH (node)-[edge:${[...together].join('|')}]-(other) WHERE type(edge) IN $relations
      RETURN DISTINCT other
    }`);
  }
  return alone.join('\n    + ');
};

/** Of each of the nodes `$ids`, how many neighbours of each kind it has along `$relations`. */
export const neighborCounts: Statement = {
  name: 'neighborCounts',
  text: `${asked}
RETURN asked, node.id AS id, {
  ${entityKinds.map((kind) => `${kind}: ${countOf(kind)}`).join(',\n  ')}
} AS counts`,
};
