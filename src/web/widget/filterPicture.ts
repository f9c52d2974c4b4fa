import { otherEnd, type Picture, type PictureEdge, type PictureNode } from './picture.ts';
import type { EntityKind, Slice } from './slice.ts';

/** First and last year, both included. */
export interface YearRange {
  first: number;
  last: number;
}

export interface PictureFilter {
  hiddenKinds: ReadonlySet<EntityKind>;
  /** The years to show; null: papers and edges of any year. */
  years: YearRange | null;
  /** Nodes that the user has hidden. */
  hiddenIds?: ReadonlySet<string>;
}

/** The nodes and edges that pass a filter. */
export interface VisiblePart {
  nodes: readonly PictureNode[];
  edges: readonly PictureEdge[];
}

/** The years of a slice's papers and edges; null if none has a year. */
export const yearRange = (slice: Pick<Slice, 'nodes' | 'edges'>): YearRange | null => {
  let [first, last] = [Infinity, -Infinity];
  const include = (from: number | null | undefined, to: number | null | undefined): void => {
    first = Math.min(first, from ?? Infinity);
    last = Math.max(last, to ?? -Infinity);
  };
  for (const { entity } of slice.nodes) include(entity.year, entity.year);
  for (const { firstYear, lastYear } of slice.edges) include(firstYear, lastYear);
  return first <= last ? { first, last } : null;
};

/**
 * Filters a picture. A year range removes papers of other or unknown years, and edges whose papers are all of other
 * years; it keeps edges without years, for example from a topic to a broader topic. A node that loses all its edges
 * is removed. The centers always stay.
 */
export const filterPicture = (
  picture: Picture,
  { hiddenKinds, years, hiddenIds = new Set() }: PictureFilter,
): VisiblePart => {
  const passes = ({ entity, distance }: PictureNode): boolean =>
    distance === 0 ||
    (!hiddenKinds.has(entity.kind) &&
      !hiddenIds.has(entity.id) &&
      (entity.kind !== 'PAPER' || overlaps(years, entity.year, entity.year)));
  const passingNodes = new Set(picture.nodes.filter(passes));
  const edges = picture.edges.filter(
    ({ from, to, firstYear, lastYear }) =>
      passingNodes.has(from) &&
      passingNodes.has(to) &&
      ((firstYear === null && lastYear === null) || overlaps(years, firstYear, lastYear)),
  );
  const connectedNodes = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const hadEdges = (node: PictureNode): boolean =>
    (picture.edgesOf[node.index] ?? []).some((edge) => otherEnd(edge, node) !== node);
  const nodes = picture.nodes.filter(
    (node) => passingNodes.has(node) && (node.distance === 0 || connectedNodes.has(node) || !hadEdges(node)),
  );
  return { nodes, edges };
};

const overlaps = (
  years: YearRange | null,
  first: number | null | undefined,
  last: number | null | undefined,
): boolean => {
  if (!years) return true;
  const [from, to] = [first ?? last, last ?? first];
  return typeof from === 'number' && typeof to === 'number' && from <= years.last && to >= years.first;
};
