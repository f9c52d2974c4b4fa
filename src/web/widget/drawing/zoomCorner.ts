import type { Box } from './grid.ts';

/** An element of at most this width, in CSS pixels, is narrow: it has no zoom buttons, and its labels are shorter. */
export const NARROW = 520;

/** The corner of the canvas that the zoom buttons cover, in CSS pixels. Labels keep out of it. */
export const zoomCorner = (width: number): Box => ({
  left: 0,
  top: 0,
  ...(width > NARROW ? { right: 46, bottom: 90 } : { right: 0, bottom: 0 }),
});
