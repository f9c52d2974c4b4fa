import type { EntityKind } from '../../graph/model/entities.ts';
import type { Statement } from '../connection/database.ts';
import { labels } from '../cypher/projections.ts';

/** Everything around the papers of the entity that goes, which is found as `node`. */
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

/** What the paper itself says is not kept: the record of the one that stays is written after the merge. */
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

/** One entity, `$from`, becomes part of another, `$into`, which has the keys of both already. */
export const mergeEntities = (kind: EntityKind): Statement => ({
  name: `merge ${kind}`,
  text: `MATCH (node:${labels[kind]} {id: $from})
MATCH (into:${labels[kind]} {id: $into})
${kind === 'PAPER' ? '' : 'SET into:Stale\n'}WITH node, into
${moves[kind]}
DETACH DELETE node`,
});
