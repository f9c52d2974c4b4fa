import type { GivenSlice } from '../../widget/slice.ts';
import type { Path } from './pathResult.ts';

type Place = Pick<GivenSlice['nodes'][number], 'position' | 'caption' | 'captionSide'>;

/**
 * The area that the paths fill, in pixels: that of the canvas, without the space for labels. `along` is the length of
 * the paths; `across` is the distance between the outermost nodes that are the same number of steps from the start.
 */
const wide = { along: 680, across: 280 };
const narrow = { along: 430, across: 236 };
/** Nodes that are the same number of steps from the start are at most this far apart, in pixels. */
const MAX_LANE = 140;
/** If consecutive nodes are closer than this, in pixels, their labels are below and above in turns. */
const LABEL_WIDTH = 200;
/** The width of a letter and the space between two labels, in pixels. */
const LETTER = 6.2;
const SPACE = 36;
/** The number of letters that fit beside each other on a phone. The labels of a row share them. */
const ROW_LETTERS = 57;

/**
 * Places each node by its number of steps from the start. The end is placed by the longest path, so that it comes last.
 *
 * @param isNarrow places the paths from top to bottom, for a phone
 */
export const placePaths = (paths: readonly Path[], isNarrow: boolean): Map<string, Place> => {
  const steps = stepsFromStart(paths);
  const rows = new Map<number, string[]>();
  for (const [id, step] of steps) rows.set(step, [...(rows.get(step) ?? []), id]);
  const area = isNarrow ? narrow : wide;
  const distance = area.along / Math.max(1, ...rows.keys());
  const laneCount = Math.max(2, ...[...rows.values()].map(({ length }) => length));
  const lane = Math.min(MAX_LANE, area.across / (laneCount - 1));
  const labels = new Map(paths.flatMap(({ nodes }) => nodes.map(({ id, label }) => [id, label])));
  return new Map(
    [...steps].map(([id, step]) => {
      const row = rows.get(step) ?? [];
      const along = distance * step;
      const across = lane * (row.indexOf(id) - (row.length - 1) / 2);
      const label = labels.get(id) ?? '';
      return [
        id,
        isNarrow
          ? { position: { x: across, y: along }, ...narrowCaption(label, row.length) }
          : { position: { x: along, y: across }, ...wideCaption(label, step, distance) },
      ];
    }),
  );
};

const stepsFromStart = (paths: readonly Path[]): Map<string, number> => {
  const steps = new Map<string, number>();
  for (const { nodes } of paths)
    for (const [index, { id }] of nodes.entries()) steps.set(id, Math.min(index, steps.get(id) ?? index));
  const end = paths[0]?.nodes.at(-1)?.id;
  if (end !== undefined) steps.set(end, Math.max(...paths.map(({ nodes }) => nodes.length - 1)));
  return steps;
};

/** A node that is alone in its row has its label beside it; otherwise the labels are below and share the row. */
const narrowCaption = (label: string, rowLength: number): Omit<Place, 'position'> => ({
  caption: shortened(label, ROW_LETTERS / rowLength),
  captionSide: rowLength === 1 ? 'right' : 'below',
});

const wideCaption = (label: string, step: number, distance: number): Omit<Place, 'position'> => ({
  caption: shortened(label, (2 * distance - SPACE) / LETTER),
  captionSide: distance < LABEL_WIDTH && step % 2 === 1 ? 'above' : 'below',
});

const shortened = (label: string, length: number): string =>
  label.length > length ? `${label.slice(0, Math.floor(length) - 1).trimEnd()}…` : label;
