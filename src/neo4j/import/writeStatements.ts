import { entityKinds } from '../../graph/model/entities.ts';
import type { Statement } from '../connection/database.ts';
import { labels } from '../cypher/projections.ts';

/*
 * What writes a batch. Each statement changes only what differs from what is stored, so that a batch that brings
 * nothing new is seen to have changed nothing. Nodes whose names, counts or derived relations have to be brought up
 * to date get the label Stale; a relation is derived anew only between two that have it, because a paper that
 * changes makes everything around it stale, before and after.
 */

/** The keys of those of a batch's entities that are stored, and those of `$arriving` that something refers to. */
export const storedKeys: Statement = {
  name: 'storedKeys',
  text: [
    ...entityKinds.map(
      (kind) => `MATCH (node:${labels[kind]}) WHERE node.id IN $${kind}
RETURN node.id AS id, node.keys AS keys`,
    ),
    `MATCH (missing:Missing) WHERE missing.key IN $arriving
RETURN missing.key AS id, null AS keys`,
  ].join('\nUNION ALL\n'),
};

/** Keys that entities no longer have. A key that moved is given to its new owner by `giveKeys`, which comes later. */
export const takeKeys: Statement = {
  name: 'takeKeys',
  text: `UNWIND $rows AS row
MATCH (key:Key {key: row.key}) WHERE key.owner = row.owner
DELETE key`,
};

/** References made by a key that a paper no longer has wait for whoever gets it. */
export const loosenReferences: Statement = {
  name: 'loosenReferences',
  text: `UNWIND $rows AS row
MATCH (paper:Paper {id: row.owner})
MATCH (citing)-[cites:CITES]->(paper) WHERE row.key IN cites.keys
MERGE (missing:Missing {key: row.key})
MERGE (citing)-[:REFERS_TO]->(missing)
SET cites.keys = [key IN cites.keys WHERE key <> row.key]
WITH DISTINCT cites WHERE size(cites.keys) = 0
DELETE cites`,
};

export const giveKeys: Statement = {
  name: 'giveKeys',
  text: `UNWIND $rows AS row
MERGE (key:Key {key: row.key})
SET key.owner = row.owner`,
};

/** Authors get their names when the import finishes; until then a new one has the first that was printed. */
export const writeAuthors: Statement = {
  name: 'writeAuthors',
  text: `UNWIND $rows AS row
MERGE (author:Author {id: row.id})
ON CREATE SET author:Stale, author.name = row.name, author.paperCount = 0, author.collaboratorCount = 0
SET author.keys = row.keys`,
};

/** Institutions and topics: facts that are absent keep what is stored. */
export const writeNamed = (kind: 'INSTITUTION' | 'TOPIC'): Statement => ({
  name: `write ${kind}`,
  text: `UNWIND $rows AS row
OPTIONAL MATCH (known:${labels[kind]} {id: row.id})
WITH row, known
WHERE known IS NULL OR known.keys <> row.keys
  OR any(fact IN keys(row.facts) WHERE known[fact] IS NULL OR known[fact] <> row.facts[fact])
MERGE (node:${labels[kind]} {id: row.id})
ON CREATE SET node:Stale, node.paperCount = 0, node.mostPapers = 0, node += row.unnamed
SET node += row.facts, node.keys = row.keys`,
});

export const writeBroader: Statement = {
  name: 'writeBroader',
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

/** Papers about to be replaced: what they were part of is stale, and what hung on them is gone. */
export const clearPapers: Statement = {
  name: 'clearPapers',
  text: `UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
CALL (paper) {
  MATCH (paper)-[old:AUTHORED|ABOUT|WRITTEN_AT]-(near)
  SET near:Stale
  DELETE old
}
CALL (paper) {
  MATCH (paper)-[old:CITES|REFERS_TO]->()
  DELETE old
}`,
};

export const writePapers: Statement = {
  name: 'writePapers',
  text: `UNWIND $rows AS row
MERGE (paper:Paper {id: row.id})
SET paper = row.properties`,
};

export const writePaperKeys: Statement = {
  name: 'writePaperKeys',
  text: `UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
SET paper.keys = row.keys`,
};

export const writeAuthorships: Statement = {
  name: 'writeAuthorships',
  text: `UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
UNWIND row.authorships AS authorship
MATCH (author:Author {id: authorship.authorId})
CREATE (author)-[authored:AUTHORED]->(paper)
SET author:Stale, authored = authorship.properties`,
};

export const writeTopics: Statement = {
  name: 'writeTopics',
  text: `UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
UNWIND row.topics AS each
MATCH (topic:Topic {id: each.topicId})
CREATE (paper)-[about:ABOUT]->(topic)
SET topic:Stale, about = each.properties`,
};

export const writeInstitutions: Statement = {
  name: 'writeInstitutions',
  text: `UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
UNWIND row.institutionIds AS institutionId
MATCH (institution:Institution {id: institutionId})
CREATE (paper)-[:WRITTEN_AT]->(institution)
SET institution:Stale`,
};
