import type { VisiblePart } from './filterPicture.ts';
import { otherEnd, type PictureEdge, type PictureNode } from './picture.ts';

/** How a node is connected with the centers of a picture. */
export interface Connection {
  /** The edges to centers, the strongest first. */
  edges: readonly PictureEdge[];
  /** If `edges` is empty: the neighbors of the node that have an edge to a center, the strongest first. */
  through: readonly PictureNode[];
}

export const connectionOf = (node: PictureNode, { edges }: Pick<VisiblePart, 'edges'>): Connection => {
  if (node.distance === 0) return { edges: [], through: [] };
  const own = edges
    .filter(({ from, to }) => from === node || to === node)
    .sort((one, other) => other.strength - one.strength);
  const isCentral = (edge: PictureEdge): boolean => edge.from.distance === 0 || edge.to.distance === 0;
  const direct = own.filter(isCentral);
  if (direct.length > 0) return { edges: direct, through: [] };
  const besideCenters = new Set(edges.filter(isCentral).flatMap(({ from, to }) => [from, to]));
  const through = own.map((edge) => otherEnd(edge, node)).filter((other) => besideCenters.has(other));
  return { edges: [], through: [...new Set(through)] };
};
