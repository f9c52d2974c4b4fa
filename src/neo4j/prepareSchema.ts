import { countAllCitations } from './import/deriveStatements.ts';
import type { Database } from './connection/database.ts';
import {
  awaitIndexes,
  createGraph,
  graphState,
  indexStates,
  markCitationsCounted,
  schemaStatements,
} from './connection/schemaStatements.ts';

/** The deadline for changes of an existing graph, in milliseconds: longer than `awaitIndexes` waits. */
const CHANGE_DEADLINE = 610_000;

/** What the Graph node says about imports: whether one is unfinished, and with which cap relations were derived. */
export interface ImportState {
  unfinished: boolean;
  collaborationCap: number;
}

/**
 * Creates missing constraints, indexes and the Graph node. If an older version of this program has written the graph,
 * also counts the citations of all papers. If nothing is missing, only two short statements are sent.
 */
export const prepareSchema = async (database: Database, collaborationCap: number): Promise<ImportState> => {
  const indexes = await database.read<{ name: string; state: string }>(indexStates);
  const online = new Set(indexes.filter(({ state }) => state === 'ONLINE').map(({ name }) => name));
  const missing = schemaStatements.filter(({ name }) => !online.has(name));
  for (const statement of missing) await database.run(statement);
  if (missing.length > 0) await database.run(awaitIndexes, {}, CHANGE_DEADLINE);
  const [state] = await database.read<ImportState & { citationsAreCounted: boolean }>(graphState);
  if (state && !state.citationsAreCounted) {
    await database.run(countAllCitations, {}, CHANGE_DEADLINE);
    await database.run(markCitationsCounted);
  }
  if (state) return state;
  await database.run(createGraph, { collaborationCap, now: new Date().toISOString() });
  return { unfinished: false, collaborationCap };
};
