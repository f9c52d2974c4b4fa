import { fullEntity, labelOf, type EntityKind } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { relations, type RelationKind } from '../../graph/model/relations.ts';
import { graphSlice } from '../../graph/slice/graphSlice.ts';
import { UnknownId, type ExportReads } from '../exportReads.ts';
import { oneLine } from '../oneLine.ts';
import type { ExportedGraph } from './exportedGraph.ts';

export interface SliceAsked {
  /** Checked, each once. */
  ids: readonly EntityId[];
  depth: number;
  perKind: number;
  /** Empty: all. */
  kinds: readonly EntityKind[];
  relations: readonly RelationKind[];
}

/** The slice that the `graph` query would answer. @throws UnknownId where an id names nothing. */
export const sliceGraph = async (reads: ExportReads, asked: SliceAsked): Promise<ExportedGraph> => {
  const { depth, kinds, relations: along, perKind } = asked;
  const question = { centers: asked.ids, depth, kinds, relations: along, perKind };
  const { centers, nodes, links, truncated, omitted } = await graphSlice(reads, question);
  for (const id of asked.ids) if (!centers.has(id)) throw new UnknownId('ids', id);
  const cuts = [
    truncated && 'The slice was cut at 500 nodes and 2,000 edges.',
    omitted.length > 0 && `There are more neighbors than the ${perKind} of a kind that were taken of a node.`,
  ].filter((cut) => cut !== false);
  return {
    title: oneLine(`Around ${[...new Set(centers.values())].map(labelOf).join(', ')}`),
    cut: cuts.length === 0 ? null : cuts.join(' '),
    isDirected: along.length > 0 && !along.some((relation) => undirected.has(relation)),
    nodes: nodes.map(({ entity, distance }) => ({ entity: fullEntity(entity), distance })),
    links,
  };
};

const undirected = new Set<RelationKind>(
  Object.values(relations)
    .filter(({ direction }) => direction === 'UNDIRECTED')
    .map(({ kind }) => kind),
);
