import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { at } from '../../memory/algorithms/adjacency.ts';
import { readGraphChange } from '../../memory/build/graphChange.ts';
import { carriedValues } from '../../memory/build/renumbering.ts';
import { updatedMemoryGraph, type UpdatedGraph } from '../../memory/build/updatedMemoryGraph.ts';
import type { GraphStep } from '../../memory/queries/duplicates/duplicatePairs.ts';
import { readChangesSince } from '../file/changes.ts';
import type { Database } from '../file/database.ts';
import { EmbeddedChangeReader } from './changeReader.ts';
import type { FileKeys, LoadedGraph } from './loadGraph.ts';

interface GraphUpdate {
  loaded: LoadedGraph;
  step: GraphStep;
  /** The ids of the entities whose cached records may be out of date. */
  changed: ReadonlySet<EntityId>;
}

/** Updates a graph to the state that the connection sees; undefined if too much has changed. */
export const updatedGraph = async (
  database: Database,
  { graph, keys }: LoadedGraph,
): Promise<GraphUpdate | undefined> => {
  const changes = readChangesSince(database, graph);
  if (!changes) return undefined;
  const reader = new EmbeddedChangeReader(database);
  const change = await readGraphChange(graph, changes, reader);
  if (!change) return undefined;
  const updated = await runCooperatively(updatedMemoryGraph(graph, change));
  return {
    loaded: { graph: updated.graph, keys: updatedKeys(keys, updated, reader.keys) },
    step: { numbering: updated.numbering, ids: change.ids },
    changed: change.records,
  };
};

/**
 * @param readKeys the keys of entities that were read again, because an entity that was removed and added again has a
 *   new key
 */
const updatedKeys = (
  { keyOfNode: old }: FileKeys,
  { graph, numbering }: UpdatedGraph,
  readKeys: ReadonlyMap<EntityId, number>,
): FileKeys => {
  const end = graph.ids.length;
  const keyOfNode = carriedValues(old, { start: 0, end: old.length }, { start: 0, end }, numbering);
  for (const [id, key] of readKeys) keyOfNode[graph.nodeOfId(id) ?? 0] = key;
  let last = 0;
  for (let node = 0; node < end; node += 1) last = Math.max(last, at(keyOfNode, node));
  const nodeOfKey = new Uint32Array(last + 1);
  for (let node = 0; node < end; node += 1) nodeOfKey[at(keyOfNode, node)] = node;
  return { keyOfNode, nodeOfKey };
};
