import type { EntityKind } from '../../graph/model/entities.ts';
import type { Statement } from '../cypher/statement.ts';
import { labels } from '../cypher/projections.ts';

/** Marks everything around the papers of `node`, the entity that will be deleted, as stale. */
const staleAround = (pattern: string): string => `CALL (node) {
  MATCH ${pattern}
  MATCH (paper)-[:AUTHORED|ABOUT|WRITTEN_AT]-(near)
  SET near:Stale
}`;

const moveAuthorships = `${staleAround('(node)-[:AUTHORED]->(paper)')}
CALL (node, into) {
  MATCH (node)-[old:AUTHORED]->(paper) WHERE NOT EXISTS { (into)-[:AUTHORED]->(paper) }
  CREATE (into)-[authored:AUTHORED]->(paper)
  SET authored = properties(old)
}`;

const moveInstitution = `${staleAround('(node)<-[:WRITTEN_AT]-(paper)')}
CALL (node, into) {
  MATCH (node)<-[:WRITTEN_AT]-(paper)
  MERGE (paper)-[:WRITTEN_AT]->(into)
  WITH node, into, paper
  MATCH (paper)<-[authored:AUTHORED]-() WHERE node.id IN authored.institutionIds
  SET authored.institutionIds = [id IN authored.institutionIds | CASE id WHEN node.id THEN into.id ELSE id END]
}`;

const moveTopic = `${staleAround('(node)<-[:ABOUT]-(paper)')}
CALL (node, into) {
  MATCH (node)<-[old:ABOUT]-(paper) WHERE NOT EXISTS { (paper)-[:ABOUT]->(into) }
  CREATE (paper)-[about:ABOUT]->(into)
  SET about = properties(old)
}
CALL (node, into) { MATCH (node)-[:BROADER]->(broader) WHERE broader <> into MERGE (into)-[:BROADER]->(broader) }
CALL (node, into) { MATCH (node)<-[:BROADER]-(narrower) WHERE narrower <> into MERGE (narrower)-[:BROADER]->(into) }
SET into.isTaxonomy = coalesce(into.isTaxonomy, false) OR coalesce(node.isTaxonomy, false)`;

/** Only citations of the paper are kept: the record of the merged paper is written after the merge. */
const movePaper = `CALL (node) {
  MATCH (node)-[:AUTHORED|ABOUT|WRITTEN_AT]-(near)
  SET near:Stale
}
CALL (node, into) {
  MATCH (node)<-[old:CITES]-(citing) WHERE citing <> into
  MERGE (citing)-[cites:CITES]->(into)
  SET cites.keys = coalesce(cites.keys, []) + old.keys
}`;

const moves: Readonly<Record<EntityKind, string>> = {
  AUTHOR: moveAuthorships,
  INSTITUTION: moveInstitution,
  PAPER: movePaper,
  TOPIC: moveTopic,
};

export const mergeEntities = (kind: EntityKind): Statement => ({
  name: `merge ${kind}`,
  purpose: `Merges the ${labels[kind]} $from into $into, which already has the keys of both.`,
  text: `MATCH (node:${labels[kind]} {id: $from})
MATCH (into:${labels[kind]} {id: $into})
${kind === 'PAPER' ? '' : 'SET into:Stale\n'}WITH node, into
${moves[kind]}
DETACH DELETE node`,
});
