import type { Statement } from '../cypher/statement.ts';
import { missingGraphNode } from '../connection/faults.ts';

/** The version of the stored graph, and the time at which it was stored, from the Graph node. */
interface StoredVersion {
  dataVersion: number;
  asOf: string;
}

/** The stored version, and whether an import has changed the graph since then and has not finished. */
export interface StoredState extends StoredVersion {
  unfinished: boolean;
}

/**
 * Identifies a version of the stored graph. The number alone is not enough: a database that was emptied starts again at
 * 0.
 */
export const versionOf = (stored: StoredVersion | undefined): string => {
  if (!stored) throw missingGraphNode();
  return `${stored.dataVersion} ${stored.asOf}`;
};

/** Cypher that returns a StoredState from the Graph node `graph`. */
export const stateColumns = `graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  coalesce(graph.unfinished, false) AS unfinished`;

export const storedState: Statement = {
  name: 'storedState',
  purpose:
    'Reads the version of the stored graph, and whether an import has changed the graph without finishing.',
  text: `MATCH (graph:Graph {id: 'graph'})
RETURN ${stateColumns}`,
};
