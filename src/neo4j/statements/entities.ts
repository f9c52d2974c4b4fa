import { entityKinds } from '../../graph/entities.ts';
import type { Statement } from '../database.ts';
import { labels, nodeProjection } from './projections.ts';

/** By their own ids, then by keys: one parameter a kind, `$AUTHOR` and so on. */
export const entities: Statement = {
  name: 'entities',
  text: entityKinds
    .flatMap((kind) => [
      `MATCH (node:${labels[kind]}) WHERE node.id IN $${kind}
RETURN node.id AS asked, '${kind}' AS kind, ${nodeProjection(kind)} AS node`,
      `MATCH (key:Key) WHERE key.key IN $${kind}
MATCH (node:${labels[kind]} {id: key.owner})
RETURN key.key AS asked, '${kind}' AS kind, ${nodeProjection(kind)} AS node`,
    ])
    .join('\nUNION ALL\n'),
};

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
