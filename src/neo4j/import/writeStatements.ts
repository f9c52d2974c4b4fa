import { entityKinds, type EntityKind } from '../../graph/model/entityKinds.ts';
import type { RelationRow } from '../../graph/model/relationRow.ts';
import { relationPattern } from '../cypher/relationPattern.ts';
import type { Statement } from '../cypher/statement.ts';
import { linkRelationships } from './linkStatements.ts';
import { countedRelations, paperRelationships } from './paperRelations.ts';
import { labels } from '../cypher/nodeProjection.ts';
import { NEAR_STALE, STALE } from './staleLabels.ts';

/*
 * The statements that write a batch. Each changes only what differs from the stored graph, so that the counters of the
 * database show whether a batch changed anything, and so that little becomes out of date (see staleLabels.ts).
 */

export const storedKeys: Statement = {
  name: 'storedKeys',
  purpose:
    'Reads the keys of the entities of a batch that are stored, and which of $paperKeys belong to missing papers.',
  text: [
    ...entityKinds.map(
      (kind) => `MATCH (node:${labels[kind]}) WHERE node.id IN $${kind}
RETURN node.id AS id, node.keys AS keys`,
    ),
    `MATCH (missing:Missing) WHERE missing.key IN $paperKeys
RETURN missing.key AS id, null AS keys`,
  ].join('\nUNION ALL\n'),
};

export const removeKeys: Statement = {
  name: 'removeKeys',
  purpose: 'Deletes keys that entities no longer have. addKeys, which runs later, creates those that moved.',
  text: `UNWIND $rows AS row
MATCH (key:Key {key: row.key}) WHERE key.owner = row.owner
DELETE key`,
};

export const addKeys: Statement = {
  name: 'addKeys',
  purpose: 'Creates keys, or moves them to the entity that has them from now on.',
  text: `UNWIND $rows AS row
MERGE (key:Key {key: row.key})
SET key.owner = row.owner`,
};

export const writeAuthors: Statement = {
  name: 'writeAuthors',
  purpose:
    'Creates authors and sets their keys. Until the import finishes, a new author has the name that the first paper prints.',
  text: `UNWIND $rows AS row
MERGE (author:Author {id: row.id})
ON CREATE SET author.name = row.name, author.paperCount = 0, author.collaboratorCount = 0
SET author:${STALE}, author.keys = row.keys`,
};

export const writeNamed = (kind: EntityKind): Statement => ({
  name: `write ${kind}`,
  purpose: `Creates or changes ${labels[kind]} nodes. Fields that are absent keep their stored values.`,
  text: `UNWIND $rows AS row
OPTIONAL MATCH (stored:${labels[kind]} {id: row.id})
WITH row, stored
WHERE stored IS NULL OR row.isWhole OR stored.keys <> row.keys
  OR any(fact IN keys(row.facts) WHERE coalesce(
    stored[fact] <> row.facts[fact],
    stored[fact] IS NOT NULL OR row.facts[fact] IS NOT NULL
  ))
MERGE (node:${labels[kind]} {id: row.id})
ON CREATE SET node:${STALE}, node.paperCount = 0, node.mostPapers = 0, node += row.unnamed
SET node += row.facts, node.keys = row.keys`,
});

export const writeBroader: Statement = {
  name: 'writeBroader',
  purpose: 'Replaces the broader topics of topics.',
  text: `UNWIND $rows AS row
MATCH (topic:Topic {id: row.topicId})
CALL (topic, row) {
  MATCH (topic)-[old:BROADER]->(broader) WHERE NOT broader.id IN row.broaderIds
  DELETE old
}
UNWIND row.broaderIds AS broaderId
MATCH (broader:Topic {id: broaderId}) WHERE broader <> topic
MERGE (topic)-[:BROADER]->(broader)`,
};

export const markAroundPapers: Statement = {
  name: 'markAroundPapers',
  purpose:
    'Before papers are replaced or removed, gives the label NearStale to the nodes that are connected with them; returns what the derived relationships whose two ends are institutions or topics need (PaperPairs).',
  text: `UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
CALL (paper) {
  MATCH (paper)-[:${paperRelationships}]-(node)
  SET node:${NEAR_STALE}
}
RETURN paper{.id, .year, .teamSize} AS paper, {
  ${countedRelations.map((relation) => `${relation.kind}: COLLECT { MATCH ${relationPattern(relation, 'paper', 'node')} RETURN node.id }`).join(',\n  ')}
} AS targets`,
};

export const markAuthors: Statement = {
  name: 'markAuthors',
  purpose:
    'Gives the label Stale to the authors of papers. Runs if the year, the number of authors or the topics of the papers change, or if the papers are removed.',
  text: `UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})<-[:AUTHORED]-(author)
SET author:${STALE}`,
};

export const removeLinks: Statement = {
  name: 'removeLinks',
  purpose: 'Deletes all links of papers, and marks the papers to which they lead as stale.',
  text: `UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
CALL (paper) {
  MATCH (paper)-[old:${linkRelationships}]->(linked)
  DELETE old
  WITH linked WHERE linked:Paper
  SET linked:${STALE}
}`,
};

/** @param relation a stored relation that starts at papers */
export const removePaperEdges = (relation: RelationRow): Statement => ({
  name: `remove ${relation.kind}`,
  purpose: `Deletes the relationships between papers and ${labels[relation.to]} nodes that differ from the new ones; returns the ids of the nodes whose relationships are kept.`,
  text: `UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
CALL (paper, row) {
  MATCH ${relationPattern(relation, 'paper', 'node', 'old')}
  WHERE NOT coalesce(properties(old) = row.targets[node.id], false)
  SET node:${relation.to === 'AUTHOR' ? STALE : NEAR_STALE}
  DELETE old
}
RETURN row.id AS id, COLLECT { MATCH ${relationPattern(relation, 'paper', 'node')} RETURN node.id } AS kept`,
});

export const writePapers: Statement = {
  name: 'writePapers',
  purpose: 'Creates papers, or replaces all their properties.',
  text: `UNWIND $rows AS row
MERGE (paper:Paper {id: row.id})
SET paper:${STALE}, paper = row.properties`,
};

export const writePaperKeys: Statement = {
  name: 'writePaperKeys',
  purpose: 'Sets the keys of papers that do not change otherwise.',
  text: `UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
SET paper.keys = row.keys`,
};

/**
 * @param relation a stored relation that starts at papers; in its rows, `isNear` says for institutions and topics that
 *   they do not become stale, because writePairs changes their derived relationships
 */
export const writePaperEdges = (relation: RelationRow): Statement => ({
  name: `write ${relation.kind}`,
  purpose: `Connects papers with ${labels[relation.to]} nodes.`,
  text: `UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
UNWIND row.targets AS target
MATCH (node:${labels[relation.to]} {id: target.id})
CREATE ${relationPattern(relation, 'paper', 'node', 'edge')}
SET edge = target.properties
${
  relation.to === 'AUTHOR'
    ? `SET node:${STALE}`
    : `FOREACH (near IN CASE WHEN row.isNear THEN [node] ELSE [] END | SET near:${NEAR_STALE})
FOREACH (stale IN CASE WHEN row.isNear THEN [] ELSE [node] END | SET stale:${STALE})`
}`,
});
