import type { Database } from './database.ts';
import { awaitIndexes, createGraph, indexStates, schemaStatements } from './statements/schema.ts';

/** As long as filling the indexes of a graph made by an older version may take. */
const FILLING = 610_000;

/**
 * Sees to it that the constraints, the indexes and the one Graph node are there and can be used. Costs two short
 * statements where they are.
 */
export const prepareSchema = async (database: Database, collaborationCap: number): Promise<void> => {
  const { rows } = await database.run<{ name: string; state: string }>(indexStates);
  const online = new Set(rows.filter((row) => row.state === 'ONLINE').map((row) => row.name));
  const missing = schemaStatements.filter((statement) => !online.has(statement.name));
  for (const statement of missing) await database.run(statement);
  if (missing.length > 0) await database.run(awaitIndexes, {}, FILLING);
  await database.run(createGraph, { collaborationCap, now: new Date().toISOString() });
};
