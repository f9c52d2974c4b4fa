import type { Entity } from '../model/entities.ts';
import type { EntityKind } from '../model/entityKinds.ts';
import { kindOf, type EntityId } from '../model/ids.ts';
import type { Neighbor, NeighborhoodPage } from './neighborhood.ts';
import type { Link, LinksAnswer } from '../links.ts';
import { relationKinds } from '../model/relations.ts';
import {
  chosen,
  LARGEST_SLICE,
  type SliceBounds,
  type SliceNode,
  type SliceQuestion,
  type SliceReads,
} from './sliceQuestion.ts';
import { walkSlice } from './walkSlice.ts';

/*
 * A slice is a part of the graph for drawing: some entities, their neighborhood, and every edge between these. It is
 * composed of reads that every store has, so that all stores return the same slice.
 */

interface OmittedNeighbors {
  nodeId: EntityId;
  kind: EntityKind;
  /** The number of different neighbors outside the slice, at least 1. */
  count: number;
  /**
   * The last neighbor before the first omitted one; a page that starts after it begins with the omitted neighbors. Null
   * if the first neighbor of all is omitted.
   */
  after: Neighbor | null;
}

export interface Slice {
  /** The requested entities. The keys are the ids that were requested. */
  centers: ReadonlyMap<EntityId, Entity>;
  /** The centers first, then the other nodes by distance, in the order in which they were reached. */
  nodes: readonly SliceNode[];
  links: readonly Link[];
  /** Whether the slice is too large, so that its last nodes or edges are left out. */
  truncated: boolean;
  omitted: readonly OmittedNeighbors[];
}

/**
 * Reads a slice. A slice of one step around one entity takes a single read. Any other slice takes at most four reads
 * for each step, one for each kind of entity, and one read of edges and counts at the end. The first reads also return
 * the centers. One more read is needed for centers that were requested by identifiers other than their own ids.
 */
export const graphSlice = async (
  reads: SliceReads,
  question: SliceQuestion,
  bounds: SliceBounds = LARGEST_SLICE,
): Promise<Slice> => {
  const { centers, reached, looks, linked } = await walkSlice(reads, question, bounds);
  const nodes = reached.slice(0, bounds.nodes);
  const inside = new Set(nodes.map(({ entity }) => entity.id));
  const lookedFrom = [...new Set(looks.map(({ from }) => from))].filter((id) => inside.has(id));
  const { links, counts } = linked
    ? { ...linked, links: linked.links.filter((link) => inside.has(link.source) && inside.has(link.target)) }
    : await linksAmong(reads, [...inside], question, lookedFrom);
  const known = neighborsByKind(counts.length === 0 ? [] : links);
  const outside = new Map(
    counts.map(({ id, kind, count }) => [look(id, kind), count - (known.get(look(id, kind))?.size ?? 0)]),
  );
  return {
    centers,
    nodes,
    links: links.slice(0, bounds.edges),
    truncated: reached.length > bounds.nodes || links.length > bounds.edges,
    omitted: looks.flatMap(({ from, kind, page }) => {
      const count = (inside.has(from) && outside.get(look(from, kind))) || 0;
      return count > 0 ? [{ nodeId: from, kind, count, after: stoppedAt(page, inside) }] : [];
    }),
  };
};

const linksAmong = (
  reads: SliceReads,
  ids: readonly EntityId[],
  { relations }: SliceQuestion,
  counted: readonly EntityId[],
): Promise<LinksAnswer> =>
  ids.length === 0
    ? Promise.resolve({ links: [], counts: [] })
    : reads.links(ids, chosen(relationKinds, relations), counted);

/** By node and kind: the neighbors of the node that are of this kind. */
const neighborsByKind = (links: readonly Link[]): Map<string, Set<EntityId>> => {
  const known = new Map<string, Set<EntityId>>();
  const add = (from: EntityId, to: EntityId): void => {
    const key = look(from, kindOf(to));
    known.set(key, (known.get(key) ?? new Set()).add(to));
  };
  for (const { source, target } of links) {
    add(source, target);
    add(target, source);
  }
  return known;
};

const look = (from: EntityId, kind: EntityKind): string => `${kind} ${from}`;

const stoppedAt = ({ entries }: NeighborhoodPage, inside: ReadonlySet<EntityId>): Neighbor | null => {
  const cut = entries.findIndex(({ node }) => !inside.has(node.id));
  return entries.slice(0, cut === -1 ? undefined : cut).at(-1) ?? null;
};
