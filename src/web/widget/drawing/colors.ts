import type { Picture, PictureNode } from '../picture.ts';
import { otherEnd } from '../picture.ts';
import type { YearRange } from '../filterPicture.ts';
import { OTHERS } from '../groups.ts';
import type { EntityKind } from '../slice.ts';
import type { Palette } from './palette.ts';

/** What the color of a node shows: its kind, its group, or the first year of its edges to the centers. */
export type Coloring = 'kind' | 'cluster' | 'year';

export const isColoring = (text: string | null): text is Coloring =>
  text === 'kind' || text === 'cluster' || text === 'year';

/** What the colors of a picture can show. Colors of kinds are useless if there is only one kind. */
export const offeredColorings = (picture: Picture, kinds: readonly EntityKind[]): Coloring[] => {
  const isOffered: Readonly<Record<Coloring, boolean>> = {
    kind: kinds.length > 1,
    cluster: picture.groups.length > 1,
    year: firstYearRange(picture) !== null,
  };
  return (Object.keys(isOffered) as Coloring[]).filter((coloring) => isOffered[coloring]);
};

/** The colors of groups. Nodes of further groups are gray. */
const groupColors = ['#2f6fde', '#d9700b', '#17916b', '#c2408f', '#8a63d2', '#a88c00', '#0d93a8', '#b2573f'];

/**
 * The color scale from the first to the last year. It is readable on light and dark backgrounds and with every kind of
 * color blindness.
 */
export const yearColors = ['#4f5bd5', '#9a4fd0', '#d3488f', '#ee7a4a', '#e0a800'] as const;
/** The color of nodes without a group or a year. */
export const unknownColor = '#8d939e';

/** @param index the index of the color of a group, or OTHERS */
export const groupColor = (index: number): string => groupColors[index] ?? unknownColor;

/**
 * The first year of the edges between a node and the centers. Undefined for a center, and for a node without such an
 * edge.
 */
export const firstYearOf = (node: PictureNode, { edgesOf }: Picture): number | undefined => {
  if (node.distance === 0) return undefined;
  const years = (edgesOf[node.index] ?? [])
    .filter((edge) => otherEnd(edge, node).distance === 0)
    .flatMap(({ firstYear }) => firstYear ?? []);
  return years.length > 0 ? Math.min(...years) : undefined;
};

/** The smallest and the largest `firstYearOf` of all nodes; null if they are equal or unknown. */
export const firstYearRange = (picture: Picture): YearRange | null => {
  const years = picture.nodes.flatMap((node) => firstYearOf(node, picture) ?? []);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first < last ? { first, last } : null;
};

/** Returns a function that returns the color of a node. */
export const nodeColors = (
  coloring: Coloring,
  picture: Picture,
  palette: Palette,
): ((node: PictureNode) => string) => {
  if (coloring === 'kind') return ({ entity }) => palette.kinds[entity.kind];
  if (coloring === 'cluster') return ({ entity }) => groupColor(picture.groupColors.get(entity.id) ?? OTHERS);
  const years = new Map(picture.nodes.map((node) => [node, firstYearOf(node, picture)]));
  const known = [...years.values()].filter((year) => year !== undefined);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  return (node) => {
    if (node.distance === 0) return palette.kinds[node.entity.kind];
    const year = years.get(node);
    return year === undefined ? unknownColor : colorAt((year - first) / (last - first || 1));
  };
};

/** @param share the position in the color scale, 0–1 */
const colorAt = (share: number): string => {
  const position = share * (yearColors.length - 1);
  const index = Math.min(Math.floor(position), yearColors.length - 2);
  const [from, to] = [channels(yearColors[index]), channels(yearColors[index + 1])];
  const mixed = from.map((channel, at) =>
    Math.round(channel + (position - index) * ((to[at] ?? 0) - channel)),
  );
  return `rgb(${mixed.join(', ')})`;
};

const channels = (color = unknownColor): number[] =>
  [1, 3, 5].map((start) => parseInt(color.slice(start, start + 2), 16));
