import type { Claim } from '../../memory/entityRecords.ts';
import type { Database } from '../file/database.ts';
import { hasClaims } from '../file/schema.ts';

/**
 * Selects each claim together with the owner of the claimed identifier. An entity whose id was made from the identifier
 * is not the owner if the identifier is no longer among its keys: an author keeps the id even if the ORCID was taken
 * away.
 */
const statement = `
WITH claim AS (
  SELECT entity.id AS id, claimed.value AS claimed
  FROM authorship JOIN entity ON entity.key = author, json_each(details, '$[5]') AS claimed
  WHERE ${hasClaims.authorship}
  UNION ALL
  SELECT entity.id, claimed.value FROM entity, json_each(facts, '$.claims') AS claimed WHERE ${hasClaims.paper}
)
SELECT id, claimed AS key, (
  SELECT owner.id FROM entity AS owner
  WHERE owner.key = coalesce(
      (SELECT alias.entity FROM alias WHERE alias.id = claimed),
      (SELECT entity.key FROM entity WHERE entity.id = claimed)
    ) AND EXISTS (SELECT 1 FROM json_each(owner.keys) AS own WHERE own.value = claimed)
) AS owner FROM claim`;

/** All claims of authors and papers. */
export const readClaims = (database: Database): readonly Claim[] => {
  const rows: unknown = database.prepare(statement).all();
  return rows as Claim[];
};
