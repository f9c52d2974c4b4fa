/** A complete Cypher statement. Values are always parameters, so that the database plans each text only once. */
export interface Statement {
  /**
   * The name of the statement in logs and metrics. Statements with the same name may differ in details of their texts.
   */
  name: string;
  /** A sentence that says what the statement does. `npm run cypher` prints it. */
  purpose: string;
  text: string;
}

/**
 * How many texts of each generated statement are cached. The number is limited, because queries of clients can lead to
 * any number of different texts.
 */
export const STATEMENT_CACHE = { max: 500 };
