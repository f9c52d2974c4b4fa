import { entityKinds, type EntityKind } from '../../../graph/model/entities.ts';
import type { Statement } from '../../connection/database.ts';
import { labels, nodeProjection } from '../../cypher/projections.ts';

const isAsked: Readonly<Record<'own' | 'key', (kind: EntityKind) => string>> = {
  own: (kind) => `MATCH (node:${labels[kind]}) WHERE node.id IN $ids
RETURN node.id AS asked`,
  key: (kind) => `MATCH (key:Key) WHERE key.key IN $ids
MATCH (node:${labels[kind]} {id: key.owner})
RETURN key.key AS asked`,
};

/** The ids are one list whatever kinds they are of: the database plans anew for each mix of empty and full lists. */
const entities = (name: string, by: keyof typeof isAsked, kinds: readonly EntityKind[]): Statement => ({
  name,
  text: kinds
    .map((kind) => `${isAsked[by](kind)}, '${kind}' AS kind, ${nodeProjection(kind)} AS node`)
    .join('\nUNION ALL\n'),
});

const ofOneKind = Object.fromEntries(
  entityKinds.map((kind) => [kind, entities(`entities ${kind}`, 'own', [kind])]),
) as Record<EntityKind, Statement>;
const ofAnyKind = entities('entities', 'own', entityKinds);

/** Entities by their own ids, `$ids`, which are of these kinds. */
export const entitiesOf = (kinds: ReadonlySet<EntityKind>): Statement => {
  const [only] = kinds;
  return kinds.size === 1 && only ? ofOneKind[only] : ofAnyKind;
};

/** Entities by keys of theirs. */
export const entitiesByKey = entities('entities by key', 'key', entityKinds);

export const abstracts: Statement = {
  name: 'abstracts',
  text: `MATCH (paper:Paper) WHERE paper.id IN $ids AND paper.abstract IS NOT NULL
RETURN paper.id AS id, paper.abstract AS abstract`,
};

/** What metrics are computed from. */
export const measuredAuthors: Statement = {
  name: 'metrics',
  text: `MATCH (graph:Graph {id: 'graph'})
MATCH (author:Author) WHERE author.id IN $ids
RETURN author.id AS id, author.collaboratorCount AS collaboratorCount, graph.asOf AS asOf,
  COLLECT { MATCH (author)-[:AUTHORED]->(paper) RETURN paper{.year, .citationCount} } AS papers`,
};

/** All counts but the last are kept by the database itself. */
export const statistics: Statement = {
  name: 'statistics',
  text: `MATCH (graph:Graph {id: 'graph'})
CALL () { MATCH (node:Author) RETURN count(node) AS authorCount }
CALL () { MATCH (node:Paper) RETURN count(node) AS paperCount }
CALL () { MATCH (node:Topic) RETURN count(node) AS topicCount }
CALL () { MATCH (node:Institution) RETURN count(node) AS institutionCount }
CALL () { MATCH ()-[edge:AUTHORED]->() RETURN count(edge) AS authorshipCount }
CALL () { MATCH ()-[edge:CO_AUTHORED]->() RETURN count(edge) AS collaborationCount }
CALL () { MATCH ()-[edge:CITES]->() RETURN count(edge) AS citationLinkCount }
CALL () {
  MATCH (node:Paper) WHERE node.teamSize > $cap
  RETURN count(node) AS papersTooLargeForCollaboration
}
RETURN authorCount, paperCount, topicCount, institutionCount, authorshipCount, collaborationCount,
  citationLinkCount, papersTooLargeForCollaboration, graph.asOf AS asOf`,
};

export const graphState: Statement = {
  name: 'graphState',
  text: `MATCH (graph:Graph {id: 'graph'})
RETURN graph.unfinished AS unfinished, graph.collaborationCap AS collaborationCap`,
};
