import { changesBetween, type LogEntry } from '../../graph/changeLog.ts';
import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import type { GraphDelta } from '../../memory/build/graphDelta.ts';
import { readGraphDelta } from '../../memory/build/readGraphDelta.ts';
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
): Promise<{ graph: MemoryGraph; delta: GraphDelta; step: GraphStep } | undefined> => {
  const delta = await readStable(database, async (run, state) => {
    const later = { version: state.dataVersion, asOf: state.asOf };
    if (state.unfinished || state.collaborationCap !== graph.cap) return undefined;
    const { rows } = await run<LogEntry>(changesSince, { version: graph.version });
    const changes = changesBetween(graph, later, rows);
    return changes && readGraphDelta(graph, changes, new Neo4jChangeReader(run));
  });
  if (!delta) return undefined;
  const updated = await runCooperatively(updatedMemoryGraph(graph, delta));
  return { graph: updated.graph, delta, step: { numbering: updated.numbering, ids: delta.ids } };
};
