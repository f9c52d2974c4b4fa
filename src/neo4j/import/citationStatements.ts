import type { Statement } from '../cypher/statement.ts';
import { STALE } from './staleLabels.ts';
import { findTargets } from './linkStatements.ts';

/*
 * The statements that write citations that are imported without a record of the citing paper. If the citing paper is
 * not stored, the papers that it cites are listed in the property `references` of its Missing node.
 */

export const addReferences: Statement = {
  name: 'addReferences',
  purpose: 'Adds references to those that papers already have; returns how many are new.',
  text: `${findTargets}
WITH paper, name, target
WHERE CASE
  WHEN target IS NULL THEN NOT EXISTS { (paper)-[:REFERS_TO]->(:Missing {key: name}) }
  ELSE target <> paper
    AND NOT EXISTS { MATCH (paper)-[cites:CITES]->(target) WHERE name IN cites.keys }
END
CALL (paper, target, name) {
  WITH paper, target, name WHERE target IS NOT NULL
  MERGE (paper)-[cites:CITES]->(target)
  SET target:${STALE}, cites.keys = [key IN coalesce(cites.keys, []) WHERE key <> name] + name
}
CALL (paper, target, name) {
  WITH paper, target, name WHERE target IS NULL
  MERGE (missing:Missing {key: name})
  MERGE (paper)-[:REFERS_TO]->(missing)
}
RETURN count(*) AS added`,
};

export const citingPapers: Statement = {
  name: 'citingPapers',
  purpose: 'Finds the stored paper that has each key; null if no stored paper has it.',
  text: `UNWIND $rows AS row
OPTIONAL MATCH (key:Key {key: row.from})
OPTIONAL MATCH (paper:Paper {id: coalesce(key.owner, row.from)})
RETURN row.from AS from, paper.id AS id`,
};

export const addReferencesOfMissingPapers: Statement = {
  name: 'addReferencesOfMissingPapers',
  purpose: 'Stores the references of papers that are not stored; returns how many references are new.',
  text: `UNWIND $rows AS row
MERGE (missing:Missing {key: row.from})
WITH missing, [key IN row.keys WHERE NOT key IN coalesce(missing.references, [])] AS added
WHERE size(added) > 0
SET missing.references = coalesce(missing.references, []) + added
RETURN sum(size(added)) AS added`,
};
