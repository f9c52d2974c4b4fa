import type { Database } from './database.ts';
import { graphState } from '../reads/entities/entityStatements.ts';
import { awaitIndexes, createGraph, indexStates, schemaStatements } from './schemaStatements.ts';

/** As long as filling the indexes of a graph made by an older version may take. */
const FILLING = 610_000;

/** The state of the graph that is there. */
export interface StoredState {
  unfinished: boolean;
  collaborationCap: number;
}

/**
 * Sees to it that the constraints, the indexes and the one Graph node are there and can be used. Costs two short
 * readings where they are.
 */
export const prepareSchema = async (database: Database, collaborationCap: number): Promise<StoredState> => {
  const found = await database.read<{ name: string; state: string }>(indexStates);
  const online = new Set(found.filter((index) => index.state === 'ONLINE').map((index) => index.name));
  const missing = schemaStatements.filter((statement) => !online.has(statement.name));
  for (const statement of missing) await database.run(statement);
  if (missing.length > 0) await database.run(awaitIndexes, {}, FILLING);
  const [state] = await database.read<StoredState>(graphState);
  if (state) return state;
  await database.run(createGraph, { collaborationCap, now: new Date().toISOString() });
  return { unfinished: false, collaborationCap };
};
