import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { relationRow, relationsFrom } from '../../graph/model/relations.ts';
import { at, targetsOf } from '../../memory/algorithms/adjacency.ts';
import type { Steps } from '../../memory/algorithms/steps.ts';
import { readGraphDelta } from '../../memory/build/readGraphDelta.ts';
import { ABSENT, carriedValues } from '../../memory/build/renumbering.ts';
import { updatedMemoryGraph, type UpdatedGraph } from '../../memory/build/updatedMemoryGraph.ts';
import type { MemoryGraph } from '../../memory/memoryGraph.ts';
import type { GraphStep } from '../../memory/queries/duplicates/duplicatePairs.ts';
import { readChangesSince } from '../file/changes.ts';
import type { Database } from '../file/database.ts';
import { EmbeddedChangeReader } from './changeReader.ts';
import type { FileRowIds, LoadedGraph } from './loadGraph.ts';

interface UpdateResult {
  loaded: LoadedGraph;
  step: GraphStep;
  /** The ids of the entities whose cached records may be out of date. */
  changed: ReadonlySet<EntityId>;
}

/** Updates a memory graph to the state of the file that the connection sees; undefined if too much has changed. */
export const updatedGraph = async (
  database: Database,
  { graph, rowIds }: LoadedGraph,
): Promise<UpdateResult | undefined> => {
  const changes = readChangesSince(database, graph);
  if (!changes) return undefined;
  const reader = new EmbeddedChangeReader(database, (rowId) => idOf(rowId, { graph, rowIds }));
  const delta = await readGraphDelta(graph, changes, reader);
  if (!delta) return undefined;
  const updated = await runCooperatively(updatedMemoryGraph(graph, delta));
  return {
    loaded: {
      graph: updated.graph,
      rowIds: await runCooperatively(updatedRowIds(rowIds, updated, reader.rowIds)),
    },
    step: {
      numbering: updated.numbering,
      ids: new Set([...delta.ids, ...authorsOf(delta.toggled, [graph, updated.graph])]),
    },
    changed: delta.records,
  };
};

/**
 * The id of the entity with this row id, as it is in the given graph; '' if the graph has no entity with this row id.
 */
const idOf = (rowId: number, { graph, rowIds }: LoadedGraph): EntityId => {
  const node = rowIds.nodeOfRowId[rowId] ?? ABSENT;
  return rowIds.rowIdOfNode[node] === rowId ? (graph.ids[node] ?? '') : '';
};

/**
 * The ids of all authors who are neighbors of the given entities in at least one of the graphs, for example the authors
 * of a paper before or after the update.
 */
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
 * Returns the row ids by node, and the nodes by row id, for the updated graph.
 * @param readRowIds the row ids of the changed entities as the file has them now: an entity that was removed and added
 *   again has a new row id
 */
const updatedRowIds = function* (
  { rowIdOfNode: old }: FileRowIds,
  { graph, numbering }: UpdatedGraph,
  readRowIds: ReadonlyMap<EntityId, number>,
): Steps<FileRowIds> {
  const end = graph.ids.length;
  const rowIdOfNode = carriedValues(old, { start: 0, end: old.length }, { start: 0, end }, numbering);
  for (const [id, rowId] of readRowIds) rowIdOfNode[graph.nodeOfId(id) ?? 0] = rowId;
  yield;
  let last = 0;
  for (let node = 0; node < end; node += 1) last = Math.max(last, at(rowIdOfNode, node));
  yield;
  const nodeOfRowId = new Uint32Array(last + 1).fill(ABSENT);
  for (let node = 0; node < end; node += 1) nodeOfRowId[at(rowIdOfNode, node)] = node;
  return { rowIdOfNode, nodeOfRowId };
};
