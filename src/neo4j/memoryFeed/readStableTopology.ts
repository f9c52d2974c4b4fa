import { isDeepStrictEqual } from 'node:util';
import type { Database, TransactionRun } from '../connection/database.ts';
import type { Statement } from '../cypher/statement.ts';
import { missingGraphNode } from '../connection/faults.ts';
import { versionOf, type StoredVersion } from './storedVersion.ts';
import type { GraphSource } from '../../memory/build/buildMemoryGraph.ts';
import { readTopology } from './readTopology.ts';
import { lockedTopologyState, topologyState } from './topologyStatements.ts';

/** How long reading the topology may take, in milliseconds. */
const READ_TOPOLOGY_DEADLINE = 120_000;

interface TopologyState extends StoredVersion {
  collaborationCap: number;
  importAsked: number | null;
  isImporting: boolean;
}

interface StableTopology {
  version: string;
  source: GraphSource;
}

/**
 * Reads the topology in one state. A Neo4j transaction sees what others commit during it. So the result is used
 * only if no import ran from beginning to end; otherwise the topology is read again while imports have to wait.
 */
export const readStableTopology = async (database: Database): Promise<StableTopology> => {
  const undisturbed = await database.readTransaction(async (run) => {
    const before = await readState(run, topologyState);
    if (before.isImporting) return undefined;
    const result = await readWithState(run, before);
    const after = await readState(run, topologyState);
    return isDeepStrictEqual(before, after) ? result : undefined;
  }, READ_TOPOLOGY_DEADLINE);
  if (undisturbed) return undisturbed;
  return database.transaction(
    async (run) => readWithState(run, await readState(run, lockedTopologyState)),
    READ_TOPOLOGY_DEADLINE,
  );
};

const readWithState = async (run: TransactionRun, state: TopologyState): Promise<StableTopology> => ({
  version: versionOf(state),
  source: await readTopology(run, {
    version: state.dataVersion,
    asOf: state.asOf,
    cap: state.collaborationCap,
  }),
});

const readState = async (run: TransactionRun, statement: Statement): Promise<TopologyState> => {
  const { rows } = await run<TopologyState>(statement, {});
  if (!rows[0]) throw missingGraphNode();
  return rows[0];
};
