import type { Box } from './grid.ts';

/** The corner of the canvas that the zoom buttons cover, in CSS pixels. Labels keep out of it. */
export const zoomCorner: Box = { left: 0, top: 0, right: 46, bottom: 124 };
