import type { SliceNode } from '../slice.ts';
import { Grid, type Box } from './grid.ts';

/** A label to be placed beside its node. All lengths are in CSS pixels of the screen. */
export interface LabelRequest {
  /** The center of the node. */
  x: number;
  y: number;
  radius: number;
  width: number;
  height: number;
  /**
   * Whether the label may be farther from its node than others, and is placed where it covers the fewest nodes if no
   * position is free of nodes.
   */
  isImportant: boolean;
  /** The side where the label is, unless it would overlap another label there. */
  side?: Side | undefined;
}

/** The upper left corner of a label. */
export interface LabelPosition {
  /** The index of the label in the list of requests. */
  index: number;
  left: number;
  top: number;
}

export type Side = NonNullable<SliceNode['captionSide']>;

export interface Disc {
  x: number;
  y: number;
  radius: number;
  /** Whether labels may cover the node if there is no other place, so that there is room to name what is highlighted. */
  isDimmed?: boolean;
}

/** The distance between a label and its node, and between two labels, in CSS pixels. */
const GAP = 3;
/** If there is no place for a label directly beside its node, it may be this much farther away, in CSS pixels. */
const AWAY = 8;
/** A label that starts or ends at its node overlaps it by this much, in CSS pixels. */
const INDENT = 8;
/** The distances that are tried for an important label. */
const FAR_AWAY = [0, AWAY, 20, 34];
/** The minimum distance between a label and the edge of the canvas, in CSS pixels. */
const EDGE = 6;

interface Candidate extends Box {
  away: number;
  /** Whether it is at the given side of the node. There it may cover nodes. */
  isAtSide?: boolean;
}

/**
 * Places labels so that no two overlap, none covers a node and none is nearer to another node than to its own; earlier
 * requests take precedence, and a label without a free position is left out. The first free position is taken: below,
 * above, right, left, below and above but shifted, and the four corners, first beside the node and then a little away
 * from it. Labels stay inside the canvas.
 *
 * @param nodes all nodes
 * @param obstacles no label may overlap these boxes
 */
export const placeLabels = (
  requests: readonly LabelRequest[],
  nodes: readonly Disc[],
  size: { width: number; height: number },
  obstacles: readonly Box[] = [],
): LabelPosition[] => {
  const occupied = new Grid<Box>();
  for (const box of obstacles) occupied.add(box, box);
  const discs = new Grid<Disc>();
  for (const disc of nodes) discs.add(boundingBox(grown(disc, GAP + AWAY)), disc);
  const placed: LabelPosition[] = [];
  for (const [index, request] of requests.entries()) {
    const positions = candidates(request, size).filter(
      (box) => isInside(box, size) && !occupied.any(box, (other) => overlap(box, other)),
    );
    const isCovered = (box: Candidate) => (disc: Disc) =>
      !isOwnNode(request, disc) && covers(box, grown(disc, Math.min(box.away, AWAY) + GAP));
    const atSide = positions.find(({ isAtSide }) => isAtSide);
    const free =
      atSide ??
      positions.find((box) => !discs.any(box, isCovered(box))) ??
      positions.find((box) => !discs.any(box, (disc) => !disc.isDimmed && isCovered(box)(disc))) ??
      (request.isImportant ? least(positions, (box) => discs.count(box, isCovered(box))) : undefined);
    if (!free) continue;
    occupied.add(free, free);
    placed.push({ index, left: free.left, top: free.top });
  }
  return placed;
};

const grown = (disc: Disc, margin: number): Disc => ({ ...disc, radius: disc.radius + margin });

const sides: readonly Side[] = ['below', 'above', 'right'];

/** The positions in the order in which they are tried. The one at the given side is moved into the canvas if need be. */
const candidates = (request: LabelRequest, size: { width: number }): Candidate[] => {
  const all = (request.isImportant ? FAR_AWAY : [0, AWAY]).flatMap((away) => candidatesAround(request, away));
  const first = request.side && all[sides.indexOf(request.side)];
  if (!first) return all;
  const left = Math.max(EDGE, Math.min(first.left, size.width - EDGE - request.width));
  return [{ ...first, left, right: left + request.width, isAtSide: true }, ...all];
};

const candidatesAround = ({ x, y, width, height, ...node }: LabelRequest, away: number): Candidate[] => {
  const radius = node.radius + away;
  const box = (left: number, top: number) => ({ left, top, right: left + width, bottom: top + height, away });
  const aside = Math.SQRT1_2 * radius + 1;
  const [below, above] = [y + radius + GAP, y - radius - GAP - height];
  return [
    box(x - width / 2, below),
    box(x - width / 2, above),
    box(x + radius + GAP, y - height / 2),
    box(x - radius - GAP - width, y - height / 2),
    ...[below, above].flatMap((top) => [box(x - INDENT, top), box(x + INDENT - width, top)]),
    box(x + aside, y + aside),
    box(x - aside - width, y + aside),
    box(x + aside, y - aside - height),
    box(x - aside - width, y - aside - height),
  ];
};

export const boundingBox = ({ x, y, radius }: Disc): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
});

const isInside = ({ left, top, right, bottom }: Box, size: { width: number; height: number }): boolean =>
  left >= EDGE && top >= EDGE && right <= size.width - EDGE && bottom <= size.height - EDGE;

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right + GAP &&
  other.left < one.right + GAP &&
  one.top < other.bottom &&
  other.top < one.bottom;

/** Whether a box covers a part of a disc. */
export const covers = (box: Box, { x, y, radius }: Disc): boolean => {
  const across = x - Math.min(Math.max(x, box.left), box.right);
  const down = y - Math.min(Math.max(y, box.top), box.bottom);
  return across * across + down * down < radius * radius;
};

const isOwnNode = (request: LabelRequest, disc: Disc): boolean =>
  request.x === disc.x && request.y === disc.y;

/** The first item with the smallest value. Undefined if there is no item. */
export const least = <Item>(items: readonly Item[], valueOf: (item: Item) => number): Item | undefined => {
  const values = items.map(valueOf);
  return items[values.indexOf(Math.min(...values))];
};
