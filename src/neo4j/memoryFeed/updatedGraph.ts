import { changesBetween, type LogEntry } from '../../graph/changeLog.ts';
import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import { readGraphChange, type GraphChange } from '../../memory/build/graphChange.ts';
import { updatedMemoryGraph } from '../../memory/build/updatedMemoryGraph.ts';
import type { MemoryGraph } from '../../memory/memoryGraph.ts';
import type { GraphStep } from '../../memory/queries/duplicates/duplicatePairs.ts';
import type { Database } from '../connection/database.ts';
import { Neo4jChangeReader } from './changeReader.ts';
import { changesSince } from './changeStatements.ts';
import { readStable } from './readStable.ts';

/** Updates a graph in memory to the stored state; undefined if too much has changed or an import has not finished. */
export const updatedGraph = async (
  database: Database,
  graph: MemoryGraph,
): Promise<{ graph: MemoryGraph; change: GraphChange; step: GraphStep } | undefined> => {
  const change = await readStable(database, async (run, state) => {
    const later = { version: state.dataVersion, asOf: state.asOf };
    if (state.unfinished || state.collaborationCap !== graph.cap) return undefined;
    const { rows } = await run<LogEntry>(changesSince, { version: graph.version });
    const changes = changesBetween(graph, later, rows);
    return changes && readGraphChange(graph, changes, new Neo4jChangeReader(run));
  });
  if (!change) return undefined;
  const updated = await runCooperatively(updatedMemoryGraph(graph, change));
  return { graph: updated.graph, change, step: { numbering: updated.numbering, ids: change.ids } };
};
