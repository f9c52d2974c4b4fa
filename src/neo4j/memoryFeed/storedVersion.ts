import type { Statement } from '../cypher/statement.ts';
import { missingGraphNode } from '../connection/faults.ts';

/** What the Graph node says about the stored graph as a whole. */
export interface StoredVersion {
  dataVersion: number;
  asOf: string;
}

/** The stored version, and whether an import has changed the graph since without having finished. */
export interface StoredState extends StoredVersion {
  unfinished: boolean;
}

/** Identifies a version of the stored graph. A database that was emptied counts versions from 0 again, hence the time. */
export const versionOf = (stored: StoredVersion | undefined): string => {
  if (!stored) throw missingGraphNode();
  return `${stored.dataVersion} ${stored.asOf}`;
};

/** The columns of a StoredState, read from the Graph node `graph`. */
export const stateColumns = `graph.dataVersion AS dataVersion, graph.asOf AS asOf,
  coalesce(graph.unfinished, false) AS unfinished`;

export const storedState: Statement = {
  name: 'storedState',
  purpose:
    'Reads the version of the stored graph, and whether an import has changed the graph without finishing.',
  text: `MATCH (graph:Graph {id: 'graph'})
RETURN ${stateColumns}`,
};
