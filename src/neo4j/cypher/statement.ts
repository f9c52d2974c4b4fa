/** A whole Cypher statement. Values are always parameters, so that the database plans each text once. */
export interface Statement {
  /** Its name in logs and metrics. Statements of one name may differ in details of their texts. */
  name: string;
  /** What it does, for the list that `npm run cypher` prints. */
  purpose: string;
  text: string;
}

/**
 * How many texts of each generated statement are cached. The queries of clients decide how many different texts there
 * are.
 */
export const STATEMENT_CACHE = { max: 500 };
