import type { Statement } from '../connection/database.ts';

/*
 * A reference is a key. CITES {keys} stands for those whose paper is stored, REFERS_TO a Missing node for the
 * others. A Missing node also keeps, as `references`, what a paper that is not stored is known to cite.
 */

/** Papers that were referred to before they came. Gives back what they themselves were known to cite. */
export const arrive: Statement = {
  name: 'arrive',
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

/** The stored paper that a reference means, if there is one. */
const resolved = `UNWIND $rows AS row
MATCH (paper:Paper {id: row.id})
UNWIND row.references AS reference
OPTIONAL MATCH (key:Key {key: reference})
OPTIONAL MATCH (target:Paper {id: coalesce(key.owner, reference)})`;

/** All references of papers that have none as yet; one to itself is dropped. */
export const writeReferences: Statement = {
  name: 'writeReferences',
  text: `${resolved}
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

/** References beside those that papers have. Tells how many are new. */
export const addReferences: Statement = {
  name: 'addReferences',
  text: `${resolved}
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

/** Which of the citing papers are stored. */
export const citingPapers: Statement = {
  name: 'citingPapers',
  text: `UNWIND $rows AS row
OPTIONAL MATCH (key:Key {key: row.from})
OPTIONAL MATCH (paper:Paper {id: coalesce(key.owner, row.from)})
RETURN row.from AS from, paper.id AS id`,
};

/** What papers that are not stored cite. Tells how many are new. */
export const keepCitations: Statement = {
  name: 'keepCitations',
  text: `UNWIND $rows AS row
MERGE (missing:Missing {key: row.from})
WITH missing, [key IN row.references WHERE NOT key IN coalesce(missing.references, [])] AS added
WHERE size(added) > 0
SET missing.references = coalesce(missing.references, []) + added
RETURN sum(size(added)) AS added`,
};
