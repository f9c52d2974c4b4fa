import type { EntityKind, Omission, PicturedEntity, Slice, SliceEdge } from './slice.ts';

/** The result of an expansion: the new neighbors of a node, and all edges among the old and new nodes. */
export interface Expansion {
  nodeId: string;
  /** The neighbors in the order of the lists of the node. Some of them may already be in the slice. */
  entities: readonly PicturedEntity[];
  /** Every edge among the old and new nodes. */
  edges: readonly SliceEdge[];
  /** The groups of the old and new nodes. */
  clusters?: Slice['clusters'];
  /** Whether the server left out edges because there are too many. */
  truncated: boolean;
  positions: readonly ListPosition[];
}

/** An expansion: the node whose neighbors are added, and the kinds of these neighbors. */
export interface ExpansionStep {
  nodeId: string;
  kinds: readonly EntityKind[];
}

/** How far the list of a node's neighbors of one kind has been read. */
export interface ListPosition {
  kind: EntityKind;
  /** Cursor of the last neighbor that was read; null if none was read. */
  after: string | null;
  hasMore: boolean;
  /** Number of all neighbors of the kind, if this was not known before. */
  total?: number;
}

/**
 * Adds an expansion to a slice. A new node may be the neighbor of several nodes, so that the number of omitted
 * neighbors is reduced at each of them.
 */
export const mergeExpansion = (slice: Slice, expansion: Expansion): Slice => {
  const existingIds = new Set(slice.nodes.map(({ entity }) => entity.id));
  const distance = 1 + (slice.nodes.find(({ entity }) => entity.id === expansion.nodeId)?.distance ?? 0);
  const added = expansion.entities.filter(({ id }) => !existingIds.has(id) && existingIds.add(id));
  const nodes = [...slice.nodes, ...added.map((entity) => ({ entity, distance }))];
  return {
    ...slice,
    nodes,
    edges: expansion.edges,
    clusters: expansion.clusters ?? null,
    omitted: mergeOmissions(slice, expansion, new Map(nodes.map(({ entity }) => [entity.id, entity.kind]))),
    truncated: slice.truncated || expansion.truncated,
  };
};

const mergeOmissions = (
  slice: Slice,
  { nodeId: expandedId, edges, positions, truncated }: Expansion,
  kinds: ReadonlyMap<string, EntityKind>,
): Omission[] => {
  const countsBefore = neighborCounts(slice.edges, kinds);
  const countsAfter = neighborCounts(edges, kinds);
  const remainingCount = ({ nodeId, kind, count }: Omission): number =>
    count + (countsBefore.get(`${kind} ${nodeId}`) ?? 0) - (countsAfter.get(`${kind} ${nodeId}`) ?? 0);
  const isRead = ({ nodeId, kind }: Omission): boolean =>
    nodeId === expandedId && positions.some((position) => position.kind === kind);

  const others = slice.omitted
    .filter((omission) => !isRead(omission))
    .map((omission) => ({ ...omission, count: remainingCount(omission) }));
  const read = positions.map(({ kind, after, hasMore, total }): Omission => {
    const previous = slice.omitted.find(
      (omission) => omission.nodeId === expandedId && omission.kind === kind,
    );
    const visibleCount = countsAfter.get(`${kind} ${expandedId}`) ?? 0;
    const count = total === undefined ? (previous ? remainingCount(previous) : 0) : total - visibleCount;
    // If the server left out edges, the computed number of omitted neighbors may be 0 although there are more of them.
    const minimum = hasMore && truncated ? 1 : 0;
    return { nodeId: expandedId, kind, after, count: Math.max(count, minimum) };
  });
  return [...others, ...read].filter(({ count }) => count > 0);
};

/** For each node, the number of distinct neighbors of each kind along the edges. A key is `<kind> <node id>`. */
export const neighborCounts = (
  edges: readonly SliceEdge[],
  kinds: ReadonlyMap<string, EntityKind>,
): Map<string, number> => {
  const countedPairs = new Set<string>();
  const counts = new Map<string, number>();
  const count = (from: string, to: string): void => {
    const pair = `${from} ${to}`;
    if (countedPairs.has(pair)) return;
    countedPairs.add(pair);
    const key = `${kinds.get(to)} ${from}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const { source, target } of edges) {
    count(source, target);
    count(target, source);
  }
  return counts;
};
