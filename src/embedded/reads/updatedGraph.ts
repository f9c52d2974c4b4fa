import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { relationRow, relationsFrom } from '../../graph/model/relations.ts';
import { at, targetsOf } from '../../memory/algorithms/adjacency.ts';
import type { Steps } from '../../memory/algorithms/steps.ts';
import { readGraphChange } from '../../memory/build/graphChange.ts';
import { ABSENT, carriedValues } from '../../memory/build/renumbering.ts';
import { updatedMemoryGraph, type UpdatedGraph } from '../../memory/build/updatedMemoryGraph.ts';
import type { MemoryGraph } from '../../memory/memoryGraph.ts';
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
  const reader = new EmbeddedChangeReader(database, (key) => idOf(key, { graph, keys }));
  const change = await readGraphChange(graph, changes, reader);
  if (!change) return undefined;
  const updated = await runCooperatively(updatedMemoryGraph(graph, change));
  return {
    loaded: { graph: updated.graph, keys: await runCooperatively(updatedKeys(keys, updated, reader.keys)) },
    step: {
      numbering: updated.numbering,
      ids: new Set([...change.ids, ...authorsOf(change.toggled, [graph, updated.graph])]),
    },
    changed: change.records,
  };
};

/** The id that an entity of a graph has there; '' if the graph has no entity with this key. */
const idOf = (key: number, { graph, keys }: LoadedGraph): EntityId => {
  const node = keys.nodeOfKey[key] ?? ABSENT;
  return keys.keyOfNode[node] === key ? (graph.ids[node] ?? '') : '';
};

/** The ids of the authors that entities have in any of the graphs. */
const authorsOf = function* (ids: ReadonlySet<EntityId>, graphs: readonly MemoryGraph[]): Iterable<EntityId> {
  for (const id of ids) {
    const relations = relationsFrom(kindOf(id)).filter((name) => relationRow(name).to === 'AUTHOR');
    for (const graph of graphs) {
      const node = graph.nodeOfId(id);
      if (node === undefined) continue;
      for (const relation of relations)
        for (const author of targetsOf(graph.rows[relation], node)) yield graph.ids[author] ?? '';
    }
  }
};

/**
 * @param readKeys the keys of entities that were read again, because an entity that was removed and added again has a
 *   new key
 */
const updatedKeys = function* (
  { keyOfNode: old }: FileKeys,
  { graph, numbering }: UpdatedGraph,
  readKeys: ReadonlyMap<EntityId, number>,
): Steps<FileKeys> {
  const end = graph.ids.length;
  const keyOfNode = carriedValues(old, { start: 0, end: old.length }, { start: 0, end }, numbering);
  for (const [id, key] of readKeys) keyOfNode[graph.nodeOfId(id) ?? 0] = key;
  yield;
  let last = 0;
  for (let node = 0; node < end; node += 1) last = Math.max(last, at(keyOfNode, node));
  yield;
  const nodeOfKey = new Uint32Array(last + 1).fill(ABSENT);
  for (let node = 0; node < end; node += 1) nodeOfKey[at(keyOfNode, node)] = node;
  return { keyOfNode, nodeOfKey };
};
