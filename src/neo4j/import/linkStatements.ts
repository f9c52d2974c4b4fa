import { linkRelations, type LinkRelation } from '../../graph/model/listedRelations.ts';
import { relationRow, relations } from '../../graph/model/relations.ts';
import type { Statement } from '../cypher/statement.ts';

/*
 * A link, such as a reference, names another paper by a key. If that paper is stored, a relationship such as CITES
 * leads to it; the property `keys` has the keys by which the link names it. Otherwise a pending relationship such as
 * REFERS_TO leads to a Missing node with the key.
 */

const pendingNames: Readonly<Partial<Record<LinkRelation, string>>> = { references: 'REFERS_TO' };

/** The relationship type of a link to a paper that is not stored. */
export const pendingType = (relation: LinkRelation): string =>
  pendingNames[relation] ?? `PENDING_${relationRow(relation).kind}`;

/** The relationship types of all links, pending or not, in the form A|B of a Cypher pattern. */
export const linkRelationships = linkRelations
  .flatMap((relation) => [relations[relation].kind, pendingType(relation)])
  .join('|');

/** Cypher that reads the links of the node `paper` along a relation. */
export const collectLinks = (
  relation: LinkRelation,
): string => `COLLECT { MATCH (paper)-[edge:${relations[relation].kind}]->() UNWIND edge.keys AS key RETURN {id: key} }
    + COLLECT { MATCH (paper)-[:${pendingType(relation)}]->(missing:Missing) RETURN {id: missing.key} } AS ${relation}`;

/**
 * Cypher that makes the links to `node` lead to `into`. If a paper links to both, one relationship with all keys
 * remains.
 */
export const moveLinks = (relation: LinkRelation): string => {
  const { kind } = relations[relation];
  return `CALL (node, into) {
  MATCH (node)<-[old:${kind}]-(linking) WHERE linking <> into
  MERGE (linking)-[edge:${kind}]->(into)
  SET into:Stale, edge.keys = coalesce(edge.keys, []) + old.keys
}`;
};

export const suspendLinks = (relation: LinkRelation): Statement => {
  const [kind, pending] = [relations[relation].kind, pendingType(relation)];
  return {
    name: `suspendLinks ${kind}`,
    purpose: `Turns ${kind} by a key that a paper no longer has into ${pending}, until another paper gets the key.`,
    text: `UNWIND $rows AS row
MATCH (paper:Paper {id: row.owner})
MATCH (linking)-[edge:${kind}]->(paper) WHERE row.key IN edge.keys
MERGE (missing:Missing {key: row.key})
MERGE (linking)-[:${pending}]->(missing)
SET paper:Stale, edge.keys = [key IN edge.keys WHERE key <> row.key]
WITH DISTINCT edge WHERE size(edge.keys) = 0
DELETE edge`,
  };
};

const resolvePending = (relation: LinkRelation): string => `CALL (missing, paper) {
  MATCH (linking)-[:${pendingType(relation)}]->(missing) WHERE linking <> paper
  MERGE (linking)-[edge:${relations[relation].kind}]->(paper)
  ON CREATE SET edge.keys = [missing.key]
  ON MATCH SET edge.keys = edge.keys + missing.key
}`;

export const resolveMissingPapers: Statement = {
  name: 'resolveMissingPapers',
  purpose:
    'Turns links to keys that now belong to stored papers into relationships to these; returns what these papers cite.',
  text: `UNWIND $rows AS row
MATCH (missing:Missing {key: row.key})
MATCH (paper:Paper {id: row.owner})
SET paper:Stale
WITH missing, paper
${linkRelations.map(resolvePending).join('\n')}
WITH paper.id AS id, missing, coalesce(missing.references, []) AS references
DETACH DELETE missing
RETURN id, references`,
};

/**
 * Reads, for each key by which a paper names another, the stored paper that has the key; null if no stored paper has
 * it.
 */
export const findTargets = `UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
UNWIND row.keys AS name
OPTIONAL MATCH (key:Key {key: name})
OPTIONAL MATCH (target:Paper {id: coalesce(key.owner, name)})`;

export const writeLinks = (relation: LinkRelation): Statement => ({
  name: `writeLinks ${relations[relation].kind}`,
  purpose: 'Writes all links of papers that have none yet. A link to the paper itself is dropped.',
  text: `${findTargets}
WITH paper, target, collect(name) AS names
CALL (paper, target, names) {
  WITH paper, target, names WHERE target IS NOT NULL AND target <> paper
  CREATE (paper)-[:${relations[relation].kind} {keys: names}]->(target)
  SET target:Stale
}
CALL (paper, target, names) {
  WITH paper, target, names WHERE target IS NULL
  UNWIND names AS name
  MERGE (missing:Missing {key: name})
  CREATE (paper)-[:${pendingType(relation)}]->(missing)
}`,
});
