import type { Statement } from '../cypher/statement.ts';

/*
 * A reference is the key of a cited paper. If that paper is stored, CITES {keys} leads to it; otherwise REFERS_TO
 * leads to a Missing node with the key. The property `references` of a Missing node holds what that missing paper
 * itself cites.
 */

export const resolveMissingPapers: Statement = {
  name: 'resolveMissingPapers',
  purpose:
    'Turns references to keys that now belong to stored papers into CITES; returns what these papers cite.',
  text: `UNWIND $rows AS row
MATCH (missing:Missing {key: row.key})
MATCH (paper:Paper {id: row.owner})
CALL (missing, paper) {
  MATCH (citing)-[:REFERS_TO]->(missing) WHERE citing <> paper
  MERGE (citing)-[cites:CITES]->(paper)
  ON CREATE SET cites.keys = [missing.key]
  ON MATCH SET cites.keys = cites.keys + missing.key
}
WITH paper.id AS id, missing, coalesce(missing.references, []) AS references
DETACH DELETE missing
RETURN id, references`,
};

/** Finds for each reference of a paper the stored paper that it means; null if none is stored. */
const findTargets = `UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
UNWIND row.references AS reference
OPTIONAL MATCH (key:Key {key: reference})
OPTIONAL MATCH (target:Paper {id: coalesce(key.owner, reference)})`;

export const writeReferences: Statement = {
  name: 'writeReferences',
  purpose: 'Writes all references of papers that have none yet. A reference to the paper itself is dropped.',
  text: `${findTargets}
WITH paper, target, collect(reference) AS references
CALL (paper, target, references) {
  WITH paper, target, references WHERE target IS NOT NULL AND target <> paper
  CREATE (paper)-[:CITES {keys: references}]->(target)
}
CALL (paper, target, references) {
  WITH paper, target, references WHERE target IS NULL
  UNWIND references AS reference
  MERGE (missing:Missing {key: reference})
  CREATE (paper)-[:REFERS_TO]->(missing)
}`,
};

export const addReferences: Statement = {
  name: 'addReferences',
  purpose: 'Adds references to those that papers already have; returns how many are new.',
  text: `${findTargets}
WITH paper, reference, target
WHERE CASE
  WHEN target IS NULL THEN NOT EXISTS { (paper)-[:REFERS_TO]->(:Missing {key: reference}) }
  ELSE target <> paper
    AND NOT EXISTS { MATCH (paper)-[cites:CITES]->(target) WHERE reference IN cites.keys }
END
CALL (paper, target, reference) {
  WITH paper, target, reference WHERE target IS NOT NULL
  MERGE (paper)-[cites:CITES]->(target)
  SET cites.keys = [key IN coalesce(cites.keys, []) WHERE key <> reference] + reference
}
CALL (paper, target, reference) {
  WITH paper, target, reference WHERE target IS NULL
  MERGE (missing:Missing {key: reference})
  MERGE (paper)-[:REFERS_TO]->(missing)
}
RETURN count(*) AS added`,
};

export const citingPapers: Statement = {
  name: 'citingPapers',
  purpose: 'Finds the stored papers that keys mean; null for a key whose paper is not stored.',
  text: `UNWIND $rows AS row
OPTIONAL MATCH (key:Key {key: row.from})
OPTIONAL MATCH (paper:Paper {id: coalesce(key.owner, row.from)})
RETURN row.from AS from, paper.id AS id`,
};

export const addReferencesOfMissingPapers: Statement = {
  name: 'addReferencesOfMissingPapers',
  purpose: 'Stores what papers cite that are not stored themselves; returns how many references are new.',
  text: `UNWIND $rows AS row
MERGE (missing:Missing {key: row.from})
WITH missing, [key IN row.references WHERE NOT key IN coalesce(missing.references, [])] AS added
WHERE size(added) > 0
SET missing.references = coalesce(missing.references, []) + added
RETURN sum(size(added)) AS added`,
};
