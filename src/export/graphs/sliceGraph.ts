import { fullEntity, labelOf } from '../../graph/model/entities.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { relations, type RelationKind } from '../../graph/model/relations.ts';
import type { Link } from '../../graph/links.ts';
import { graphSlice } from '../../graph/slice/graphSlice.ts';
import { UnknownId, type ExportReads } from '../exportReads.ts';
import { oneLine } from '../oneLine.ts';
import type { ExportedGraph, ExportedLink } from './exportedGraph.ts';

interface SliceRequest {
  /** Valid ids without duplicates. */
  ids: readonly EntityId[];
  depth: number;
  perKind: number;
  /** An empty list means all kinds. */
  kinds: readonly EntityKind[];
  /** An empty list means all relations. */
  relations: readonly RelationKind[];
}

/** The slice that the query `graph` would return. @throws UnknownId for an id that is not stored */
export const sliceGraph = async (reads: ExportReads, request: SliceRequest): Promise<ExportedGraph> => {
  const { ids, ...options } = request;
  const { centers, nodes, links, truncated, omitted } = await graphSlice(reads, { centers: ids, ...options });
  for (const id of ids) if (!centers.has(id)) throw new UnknownId('ids', id);
  const cuts = [
    truncated && 'The slice was cut at 500 nodes and 2,000 edges.',
    omitted.length > 0 &&
      `Some nodes have more neighbors: at most ${options.perKind} of each kind are included for a node.`,
  ].filter((cut) => cut !== false);
  const isDirected =
    options.relations.length > 0 && !options.relations.some((relation) => undirected.has(relation));
  return {
    title: oneLine(`Around ${[...new Set(centers.values())].map(labelOf).join(', ')}`),
    cut: cuts.length === 0 ? null : cuts.join(' '),
    isDirected,
    nodes: nodes.map(({ entity, distance }) => ({ entity: fullEntity(entity), distance })),
    links: isDirected ? links : withoutReturns(links),
  };
};

/** Joins two edges of a relation in opposite directions to one edge, for example of two papers that cite each other. */
const withoutReturns = (links: readonly Link[]): ExportedLink[] => {
  const merged = new Map<string, ExportedLink>();
  for (const link of links) {
    const key = [link.relation, ...[link.source, link.target].sort()].join(' ');
    const before = merged.get(key);
    merged.set(key, before ? { ...before, direction: 'BOTH' } : link);
  }
  return [...merged.values()];
};

const undirected = new Set<RelationKind>(
  Object.values(relations)
    .filter(({ direction }) => direction === 'UNDIRECTED')
    .map(({ kind }) => kind),
);
