import { groupColorsOf, groupsOf, type Group } from './groups.ts';
import {
  emptySlice,
  weightedRelations,
  type Column,
  type Slice,
  type SliceEdge,
  type SliceNode,
} from './slice.ts';

/** A node with its position and size, in CSS pixels at a zoom of 1. */
export interface PictureNode extends SliceNode {
  /** The index of the node in the picture's list of nodes. */
  readonly index: number;
  readonly radius: number;
  x: number;
  y: number;
}

export interface PictureEdge extends SliceEdge {
  readonly from: PictureNode;
  readonly to: PictureNode;
  /** √(weight of the edge / largest weight of an edge of the same relation), 0–1. */
  readonly strength: number;
}

/** A node or an edge: the items of a picture that the user can select. */
export type PictureItem = PictureNode | PictureEdge;

export const isEdge = (item: PictureItem): item is PictureEdge => 'from' in item;

/** The id of a node, or the key of an edge. */
export const keyOf = (item: PictureItem): string => (isEdge(item) ? item.key : item.entity.id);

/** The node or edge with a key. */
export const itemOf = (picture: Picture, key: string): PictureItem | undefined =>
  picture.byId.get(key) ?? picture.edges.find((edge) => edge.key === key);

/** A slice with a position for each node. */
export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  readonly byId: ReadonlyMap<string, PictureNode>;
  /** The edges of each node, by the node's index. */
  readonly edgesOf: readonly (readonly PictureEdge[])[];
  /** The groups that have a color of their own. */
  readonly groups: readonly Group[];
  /** The color of each node that is in one of these groups, by the id of the node. */
  readonly groupColors: ReadonlyMap<string, number>;
  /** The nodes that have kept the positions of the previous picture. */
  readonly keptNodes: ReadonlySet<PictureNode>;
  /** Whether the slice says where all nodes are, so that there is no automatic layout. */
  readonly isPlaced: boolean;
  readonly columns: readonly Column[];
}

const UNWEIGHTED_STRENGTH = 0.25;
const MIN_RADIUS = 5;
const MAX_RADIUS = 20;

/**
 * Creates the picture of a slice. Edges to a node outside the slice are left out.
 *
 * @param previous nodes that are also in this picture keep their positions and groups
 */
export const createPicture = (
  slice: Pick<Slice, 'nodes' | 'edges' | 'clusters' | 'columns'>,
  previous?: Picture,
): Picture => {
  const maxPaperCount = Math.max(1, ...slice.nodes.map(({ entity }) => entity.paperCount));
  const nodes = slice.nodes.map((node, index): PictureNode => {
    const { x = NaN, y = NaN } = previous?.byId.get(node.entity.id) ?? node.position ?? {};
    const share = Math.sqrt(Math.max(0, node.entity.paperCount) / maxPaperCount);
    const { radius = MIN_RADIUS + (MAX_RADIUS - MIN_RADIUS) * share } = node;
    return { ...node, index, x, y, radius };
  });
  const byId = new Map(nodes.map((node) => [node.entity.id, node]));
  const maxWeights = new Map<string, number>();
  for (const { relation, weight } of slice.edges)
    maxWeights.set(relation, Math.max(maxWeights.get(relation) ?? 0, weight));
  const edgesOf: PictureEdge[][] = nodes.map(() => []);
  const edges = slice.edges.flatMap((edge): PictureEdge[] => {
    const [from, to] = [byId.get(edge.source), byId.get(edge.target)];
    if (!from || !to) return [];
    const strength = weightedRelations.has(edge.relation)
      ? Math.sqrt(edge.weight / (maxWeights.get(edge.relation) || 1))
      : UNWEIGHTED_STRENGTH;
    const pictureEdge = { ...edge, from, to, strength };
    edgesOf[from.index]?.push(pictureEdge);
    edgesOf[to.index]?.push(pictureEdge);
    return [pictureEdge];
  });
  placeNewNodes(nodes, edgesOf);
  const isPlaced = nodes.length > 0 && nodes.every(({ position }) => position);
  const groups = groupsOf(slice.clusters, previous?.groups, (id) => byId.get(id)?.entity.label ?? id);
  return {
    nodes,
    edges,
    byId,
    edgesOf,
    groups,
    groupColors: groupColorsOf(groups),
    keptNodes: new Set(nodes.filter(({ entity }) => previous?.byId.has(entity.id))),
    isPlaced,
    columns: isPlaced ? (slice.columns ?? []) : [],
  };
};

/** The picture of the last of several slices. Each slice must contain the one before it, as expansions add nodes. */
export const continuedPicture = (slices: readonly Slice[]): Picture =>
  slices.reduce<Picture | undefined>((picture, slice) => createPicture(slice, picture), undefined) ??
  createPicture(emptySlice);

export const otherEnd = (edge: PictureEdge, node: PictureNode): PictureNode =>
  edge.from === node ? edge.to : edge.from;

/** The neighbors of a node along the given edges. */
export const neighborsOf = (
  node: PictureNode,
  { edges }: { edges: readonly PictureEdge[] },
): Set<PictureNode> =>
  new Set(edges.filter(({ from, to }) => from === node || to === node).map((edge) => otherEnd(edge, node)));

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Places each new node around a neighbor that has a position, otherwise around the origin. The same input always gives
 * the same positions.
 */
const placeNewNodes = (nodes: readonly PictureNode[], edgesOf: readonly (readonly PictureEdge[])[]): void => {
  const isPlaced = (node: PictureNode): boolean => !Number.isNaN(node.x);
  for (const node of nodes) {
    if (isPlaced(node)) continue;
    const neighbor = edgesOf[node.index]
      ?.map((edge) => otherEnd(edge, node))
      .find((other) => isPlaced(other));
    const angle = node.index * GOLDEN_ANGLE;
    const distance = node.distance === 0 ? 8 * node.index : 60 + 6 * Math.sqrt(node.index);
    node.x = (neighbor?.x ?? 0) + distance * Math.cos(angle);
    node.y = (neighbor?.y ?? 0) + distance * Math.sin(angle);
  }
};
