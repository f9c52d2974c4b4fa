import { hasScores, linkRelations, type LinkRelation } from '../../graph/model/listedRelations.ts';
import { relationRow, relations } from '../../graph/model/relations.ts';
import type { Statement } from '../cypher/statement.ts';
import { STALE } from './staleLabels.ts';
import { NO_SCORE } from './linkProperties.ts';

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

/** A part of a statement that only relations with scores need. */
const ifScored = (relation: LinkRelation, part: string): string => (hasScores(relation) ? part : '');

/** Sets the score of a link to the greatest of the scores that records gave for its keys. */
const setScore = (relation: LinkRelation): string =>
  ifScored(
    relation,
    `
  SET edge.score = nullIf(reduce(most = ${NO_SCORE}, each IN edge.scores | CASE WHEN each > most THEN each ELSE most END), ${NO_SCORE})`,
  );

/** Cypher that reads the links of the node `paper` along a relation. */
export const collectLinks = (relation: LinkRelation): string => {
  const [kind, pending] = [relations[relation].kind, pendingType(relation)];
  if (!hasScores(relation)) {
    return `COLLECT { MATCH (paper)-[edge:${kind}]->() UNWIND edge.keys AS key RETURN {id: key} }
    + COLLECT { MATCH (paper)-[:${pending}]->(missing:Missing) RETURN {id: missing.key} } AS ${relation}`;
  }
  return `COLLECT { MATCH (paper)-[edge:${kind}]->() UNWIND range(0, size(edge.keys) - 1) AS place
      RETURN {id: edge.keys[place], score: nullIf(edge.scores[place], ${NO_SCORE})} }
    + COLLECT { MATCH (paper)-[edge:${pending}]->(missing:Missing)
      RETURN {id: missing.key, score: nullIf(edge.score, ${NO_SCORE})} } AS ${relation}`;
};

/**
 * Cypher that makes the links to `node` lead to `into`. If a paper links to both, one relationship with all keys
 * remains.
 */
export const moveLinks = (relation: LinkRelation): string => {
  const { kind } = relations[relation];
  return `CALL (node, into) {
  MATCH (node)<-[old:${kind}]-(linking) WHERE linking <> into
  MERGE (linking)-[edge:${kind}]->(into)
  SET into:${STALE}, edge.keys = coalesce(edge.keys, []) + old.keys${ifScored(relation, ', edge.scores = coalesce(edge.scores, []) + old.scores')}${setScore(relation)}
}`;
};

export const suspendLinks = (relation: LinkRelation): Statement => {
  const [kind, pending] = [relations[relation].kind, pendingType(relation)];
  return {
    name: `suspendLinks ${kind}`,
    purpose: `Takes keys from papers: a ${kind} relationship that such a key stated becomes a ${pending} relationship, until another paper gets the key.`,
    text: `UNWIND $rows AS row
MATCH (paper:Paper {id: row.owner})
MATCH (linking)-[edge:${kind}]->(paper) WHERE row.key IN edge.keys
MERGE (missing:Missing {key: row.key})
MERGE (linking)-[${ifScored(relation, 'pending')}:${pending}]->(missing)
${ifScored(
  relation,
  `SET pending.score = [place IN range(0, size(edge.keys) - 1) WHERE edge.keys[place] = row.key | edge.scores[place]][0],
  edge.scores = [place IN range(0, size(edge.keys) - 1) WHERE edge.keys[place] <> row.key | edge.scores[place]]
`,
)}SET paper:${STALE}, edge.keys = [key IN edge.keys WHERE key <> row.key]${setScore(relation)}
WITH DISTINCT edge WHERE size(edge.keys) = 0
DELETE edge`,
  };
};

const resolvePending = (relation: LinkRelation): string => `CALL (missing, paper) {
  MATCH (linking)-[${ifScored(relation, 'pending')}:${pendingType(relation)}]->(missing) WHERE linking <> paper
  MERGE (linking)-[edge:${relations[relation].kind}]->(paper)
  ON CREATE SET edge.keys = [missing.key]${ifScored(relation, ', edge.scores = [pending.score]')}
  ON MATCH SET edge.keys = edge.keys + missing.key${ifScored(relation, ', edge.scores = edge.scores + pending.score')}${setScore(relation)}
}`;

export const resolveMissingPapers: Statement = {
  name: 'resolveMissingPapers',
  purpose:
    'Gives keys of missing papers to stored papers: links to such a key now lead to the stored paper. Returns the references of these papers.',
  text: `UNWIND $rows AS row
MATCH (missing:Missing {key: row.key})
MATCH (paper:Paper {id: row.owner})
SET paper:${STALE}
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

export const writeLinks = (relation: LinkRelation): Statement => {
  const scores = ifScored(relation, ', scores');
  return {
    name: `writeLinks ${relations[relation].kind}`,
    purpose: 'Writes all links of papers that have none yet. A link to the paper itself is dropped.',
    text: `${findTargets}
WITH paper, target, collect(name) AS names${ifScored(relation, ', collect(row.scores[name]) AS scores')}
CALL (paper, target, names${scores}) {
  WITH paper, target, names${scores} WHERE target IS NOT NULL AND target <> paper
  CREATE (paper)-[${ifScored(relation, 'edge')}:${relations[relation].kind} {keys: names${ifScored(relation, ', scores: scores')}}]->(target)
  SET target:${STALE}${setScore(relation)}
}
CALL (paper, target, names${scores}) {
  WITH paper, target, names${scores} WHERE target IS NULL
  UNWIND ${hasScores(relation) ? 'range(0, size(names) - 1) AS place' : 'names AS name'}
  MERGE (missing:Missing {key: ${hasScores(relation) ? 'names[place]' : 'name'}})
  CREATE (paper)-[:${pendingType(relation)}${ifScored(relation, ' {score: scores[place]}')}]->(missing)
}`,
  };
};
