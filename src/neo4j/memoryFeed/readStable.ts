import { isDeepStrictEqual } from 'node:util';
import type { Database, TransactionRun } from '../connection/database.ts';
import type { Statement } from '../cypher/statement.ts';
import { missingGraphNode } from '../connection/faults.ts';
import type { StoredState } from './storedVersion.ts';
import { lockedTopologyState, topologyState } from './topologyStatements.ts';

/** The maximum time of a statement that reads the graph into memory, in milliseconds. */
const READ_DEADLINE = 120_000;

export interface TopologyState extends StoredState {
  collaborationCap: number;
  importAsked: number | null;
  isImporting: boolean;
}

/**
 * Reads one consistent state of the graph. A Neo4j transaction sees what others commit while it runs. So the result is
 * used only if no import ran during the read. Otherwise everything is read again while the Graph node is locked, which
 * makes imports wait.
 */
export const readStable = async <Result>(
  database: Database,
  read: (run: TransactionRun, state: TopologyState) => Promise<Result>,
): Promise<Result> => {
  const undisturbed = await database.readTransaction(async (run) => {
    const before = await readState(run, topologyState);
    if (before.isImporting) return undefined;
    const result = await read(run, before);
    const after = await readState(run, topologyState);
    return isDeepStrictEqual(before, after) ? { result } : undefined;
  }, READ_DEADLINE);
  if (undisturbed) return undisturbed.result;
  return database.transaction(
    async (run) => read(run, await readState(run, lockedTopologyState)),
    READ_DEADLINE,
  );
};

const readState = async (run: TransactionRun, statement: Statement): Promise<TopologyState> => {
  const { rows } = await run<TopologyState>(statement, {});
  if (!rows[0]) throw missingGraphNode();
  return rows[0];
};
