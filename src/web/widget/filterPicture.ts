import { otherEnd, type Picture, type PicturedEdge, type PicturedNode } from './picture.ts';
import type { EntityKind, Slice } from './slice.ts';

export interface Years {
  first: number;
  last: number;
}

/** What of a picture is to be seen. */
export interface Filter {
  hiddenKinds: ReadonlySet<EntityKind>;
  /** Only what happened in these years, both included; null: at any time. */
  years: Years | null;
}

/** The part of a picture that is to be seen. */
export interface Shown {
  nodes: readonly PicturedNode[];
  edges: readonly PicturedEdge[];
}

/** The years that a slice reaches from and to; null where it knows of none. */
export const yearsOf = (slice: Pick<Slice, 'nodes' | 'edges'>): Years | null => {
  let [first, last] = [Infinity, -Infinity];
  const take = (from: number | null | undefined, to: number | null | undefined): void => {
    first = Math.min(first, from ?? Infinity);
    last = Math.max(last, to ?? -Infinity);
  };
  for (const { entity } of slice.nodes) take(entity.year, entity.year);
  for (const { firstYear, lastYear } of slice.edges) take(firstYear, lastYear);
  return first <= last ? { first, last } : null;
};

/**
 * The part of a picture that passes. Years: a paper of another or of an unknown year goes, and so does an edge whose
 * papers all are of other years; edges that have no years, such as that of a topic to a broader one, stay. What loses
 * all of its edges goes too, but for the centers.
 */
export const shownPart = (picture: Picture, { hiddenKinds, years }: Filter): Shown => {
  const passes = ({ entity, distance }: PicturedNode): boolean =>
    (distance === 0 || !hiddenKinds.has(entity.kind)) &&
    (distance === 0 || entity.kind !== 'PAPER' || within(years, entity.year, entity.year));
  const passing = new Set(picture.nodes.filter(passes));
  const edges = picture.edges.filter(
    ({ from, to, firstYear, lastYear }) =>
      passing.has(from) &&
      passing.has(to) &&
      ((firstYear === null && lastYear === null) || within(years, firstYear, lastYear)),
  );
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const hadEdges = (node: PicturedNode): boolean =>
    (picture.edgesOf[node.index] ?? []).some((edge) => otherEnd(edge, node) !== node);
  const nodes = picture.nodes.filter(
    (node) => passing.has(node) && (node.distance === 0 || linked.has(node) || !hadEdges(node)),
  );
  return { nodes, edges };
};

const within = (
  years: Years | null,
  first: number | null | undefined,
  last: number | null | undefined,
): boolean => {
  if (!years) return true;
  const [from, to] = [first ?? last, last ?? first];
  return typeof from === 'number' && typeof to === 'number' && from <= years.last && to >= years.first;
};
