import type { RelationKind, Slice, SliceEdge, SliceNode } from './slice.ts';

/** A node with its place and size in the picture, in units of the picture (pixels where nothing is zoomed). */
export interface PicturedNode extends SliceNode {
  /** Its place among the nodes. */
  readonly index: number;
  readonly radius: number;
  x: number;
  y: number;
}

export interface PicturedEdge extends SliceEdge {
  readonly from: PicturedNode;
  readonly to: PicturedNode;
  /** How strong it is beside the others of its relation, 0–1. */
  readonly strength: number;
}

/** A slice with a place for each node. */
export interface Picture {
  readonly nodes: readonly PicturedNode[];
  readonly edges: readonly PicturedEdge[];
  readonly byId: ReadonlyMap<string, PicturedNode>;
  /** Of each node, by its index: the edges it has. */
  readonly edgesOf: readonly (readonly PicturedEdge[])[];
}

/** Relations that are there or not: nothing is counted, so that no edge is stronger than another. */
const uncounted = new Set<RelationKind>(['ABOUT', 'AUTHORED', 'BROADER', 'CITES', 'WRITTEN_AT']);
const UNCOUNTED = 0.25;

const SMALLEST = 5;
const LARGEST = 20;

/**
 * A slice as a picture. Edges of which an end is missing are left out.
 *
 * @param former a picture that this one follows: what is in both stays where it is
 */
export const pictured = (slice: Pick<Slice, 'nodes' | 'edges'>, former?: Picture): Picture => {
  const most = Math.max(1, ...slice.nodes.map(({ entity }) => entity.paperCount));
  const nodes = slice.nodes.map((node, index): PicturedNode => {
    const { x = NaN, y = NaN } = former?.byId.get(node.entity.id) ?? {};
    const share = Math.sqrt(Math.max(0, node.entity.paperCount) / most);
    return { ...node, index, x, y, radius: SMALLEST + (LARGEST - SMALLEST) * share };
  });
  const byId = new Map(nodes.map((node) => [node.entity.id, node]));
  const strongest = new Map<string, number>();
  for (const { relation, weight } of slice.edges)
    strongest.set(relation, Math.max(strongest.get(relation) ?? 0, weight));
  const edgesOf: PicturedEdge[][] = nodes.map(() => []);
  const edges = slice.edges.flatMap((edge): PicturedEdge[] => {
    const [from, to] = [byId.get(edge.source), byId.get(edge.target)];
    if (!from || !to) return [];
    const share = Math.sqrt(edge.weight / (strongest.get(edge.relation) || 1));
    const drawn = { ...edge, from, to, strength: uncounted.has(edge.relation) ? UNCOUNTED : share };
    edgesOf[from.index]?.push(drawn);
    edgesOf[to.index]?.push(drawn);
    return [drawn];
  });
  placeNewcomers(nodes, edgesOf);
  return { nodes, edges, byId, edgesOf };
};

/** The other end of an edge. */
export const otherEnd = (edge: PicturedEdge, node: PicturedNode): PicturedNode =>
  edge.from === node ? edge.to : edge.from;

/** The nodes that some edges link a node with. */
export const neighborsOf = (
  node: PicturedNode,
  { edges }: { edges: readonly PicturedEdge[] },
): Set<PicturedNode> =>
  new Set(edges.filter(({ from, to }) => from === node || to === node).map((edge) => otherEnd(edge, node)));

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Puts what has no place yet around a neighbor that has one, else around the middle: the same way each time. */
const placeNewcomers = (
  nodes: readonly PicturedNode[],
  edgesOf: readonly (readonly PicturedEdge[])[],
): void => {
  const isPlaced = (node: PicturedNode): boolean => !Number.isNaN(node.x);
  for (const node of nodes) {
    if (isPlaced(node)) continue;
    const neighbor = edgesOf[node.index]
      ?.map((edge) => otherEnd(edge, node))
      .find((other) => isPlaced(other));
    const angle = node.index * GOLDEN_ANGLE;
    const far = node.distance === 0 ? 8 * node.index : 60 + 6 * Math.sqrt(node.index);
    node.x = (neighbor?.x ?? 0) + far * Math.cos(angle);
    node.y = (neighbor?.y ?? 0) + far * Math.sin(angle);
  }
};
