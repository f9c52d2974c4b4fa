import type { EntityKind, Omission, PicturedEntity, Slice, SliceEdge } from './slice.ts';

/** What is taken into a slice around one of its nodes. */
export interface Growth {
  /** Id of the node. */
  around: string;
  /** Neighbors of it, in the order of its lists; some may be in the slice already. */
  entities: readonly PicturedEntity[];
  /** Every edge among the nodes of the grown slice. */
  edges: readonly SliceEdge[];
  /** Whether edges were left out because there are too many. */
  truncated: boolean;
  /** Where the lists of the node's neighbors stand now. */
  places: readonly Place[];
}

/** Where the list of a node's neighbors of one kind stands. */
export interface Place {
  kind: EntityKind;
  /** The cursor of the last one that was taken. */
  after: string | null;
  /** Whether the list goes on. */
  goesOn: boolean;
  /** How many neighbors of the kind the node has in all, where that was not known yet. */
  total?: number;
}

/**
 * A slice with more in it. What is omitted shrinks at every node that has one of the new ones as a neighbor, not
 * only where it was asked for.
 */
export const grown = (slice: Slice, growth: Growth): Slice => {
  const known = new Set(slice.nodes.map(({ entity }) => entity.id));
  const distance = 1 + (slice.nodes.find(({ entity }) => entity.id === growth.around)?.distance ?? 0);
  const added = growth.entities.filter(({ id }) => !known.has(id) && known.add(id));
  const nodes = [...slice.nodes, ...added.map((entity) => ({ entity, distance }))];
  const kinds = new Map(nodes.map(({ entity }) => [entity.id, entity.kind]));
  const before = neighborCounts(slice.edges, kinds);
  const after = neighborCounts(growth.edges, kinds);
  const left = ({ nodeId, kind, count }: Omission): number =>
    count + (before.get(`${kind} ${nodeId}`) ?? 0) - (after.get(`${kind} ${nodeId}`) ?? 0);

  const moved = new Map(growth.places.map((place) => [place.kind, place]));
  const others = slice.omitted.filter(({ nodeId, kind }) => nodeId !== growth.around || !moved.has(kind));
  const formerly = slice.omitted.filter(({ nodeId }) => nodeId === growth.around);
  const here = growth.places.map(({ kind, after: cursor, goesOn, total }): Omission => {
    const former = formerly.find((omission) => omission.kind === kind);
    const inside = after.get(`${kind} ${growth.around}`) ?? 0;
    const count = total === undefined ? (former ? left(former) : 0) : total - inside;
    // Where edges were cut off, the list knows better than counting them.
    const atLeast = goesOn && growth.truncated ? 1 : 0;
    return { nodeId: growth.around, kind, after: cursor, count: Math.max(count, atLeast) };
  });
  return {
    ...slice,
    nodes,
    edges: growth.edges,
    omitted: [...others.map((omission) => ({ ...omission, count: left(omission) })), ...here].filter(
      ({ count }) => count > 0,
    ),
    truncated: slice.truncated || growth.truncated,
  };
};

/** How many different neighbors of a kind each node has among some edges, by the kind and the node's id. */
export const neighborCounts = (
  edges: readonly SliceEdge[],
  kinds: ReadonlyMap<string, EntityKind>,
): Map<string, number> => {
  const met = new Set<string>();
  const counts = new Map<string, number>();
  const count = (from: string, to: string): void => {
    if (met.has(`${from} ${to}`)) return;
    met.add(`${from} ${to}`);
    const key = `${kinds.get(to)} ${from}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const { source, target } of edges) {
    count(source, target);
    count(target, source);
  }
  return counts;
};
