import { graphState } from '../reads/entities/entityStatements.ts';
import type { Database } from './database.ts';
import { awaitIndexes, createGraph, indexStates, schemaStatements } from './schemaStatements.ts';

/** How long filling the indexes of an existing graph may take, in milliseconds: longer than `awaitIndexes` waits. */
const INDEX_DEADLINE = 610_000;

/** What the Graph node says about the stored graph. */
export interface GraphState {
  unfinished: boolean;
  collaborationCap: number;
}

/**
 * Creates the constraints, the indexes and the Graph node that are missing. If nothing is missing, it takes two short
 * statements.
 */
export const prepareSchema = async (database: Database, collaborationCap: number): Promise<GraphState> => {
  const indexes = await database.read<{ name: string; state: string }>(indexStates);
  const online = new Set(indexes.filter(({ state }) => state === 'ONLINE').map(({ name }) => name));
  const missing = schemaStatements.filter(({ name }) => !online.has(name));
  for (const statement of missing) await database.run(statement);
  if (missing.length > 0) await database.run(awaitIndexes, {}, INDEX_DEADLINE);
  const [state] = await database.read<GraphState>(graphState);
  if (state) return state;
  await database.run(createGraph, { collaborationCap, now: new Date().toISOString() });
  return { unfinished: false, collaborationCap };
};
