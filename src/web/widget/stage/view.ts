import { xOnScreen, yOnScreen, type Camera } from '../drawing/scene.ts';
import type { Box } from '../drawing/grid.ts';
import { zoomCorner } from '../drawing/zoomCorner.ts';

/** Width and height of the canvas in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

interface Point {
  x: number;
  y: number;
}

/** What a canvas shows: the scale, and the point of the picture that is in the middle of the canvas. */
export interface View extends Point {
  k: number;
}

export const MAX_SCALE = 6;
export const MIN_SCALE = 0.08;
/** When a picture is zoomed so that all nodes are in sight, the scale is at most this, even if there are few nodes. */
const MAX_FIT_SCALE = 2;
/**
 * The free space for labels at each side, when all nodes are in sight: this part of the width or height of the canvas,
 * but at most MAX_MARGIN, in CSS pixels.
 */
const MARGIN_SHARE = 0.08;
const MAX_MARGIN = { x: 56, y: 34 };
/** The space between the two margins is at least this wide and high, in CSS pixels. */
const LEAST_ROOM = 40;

export const viewOf = ({ k, x, y }: Camera, { width, height }: Size): View => ({
  k,
  x: (width / 2 - x) / k,
  y: (height / 2 - y) / k,
});

export const cameraOf = ({ k, x, y }: View, { width, height }: Size): Camera => ({
  k,
  x: width / 2 - k * x,
  y: height / 2 - k * y,
});

/** The view in which all nodes are in sight and none is below the zoom buttons. */
export const fittedView = (nodes: readonly Point[], size: Size): View => {
  const view = fitted(nodes, size, 0);
  const camera = cameraOf(view, size);
  const corner = zoomCorner(size.width);
  if (!nodes.some((node) => isInCorner(node, camera, corner))) return view;
  // Makes the left margin as wide as the zoom buttons, plus 8 pixels for the radius of the node beside them.
  return fitted(nodes, size, Math.max(0, corner.right + 8 - (size.width - roomOf(size).x) / 2));
};

/** @param left the width of the space at the left, in CSS pixels, that stays free in addition to the margin */
const fitted = (nodes: readonly Point[], size: Size, left: number): View => {
  const [minX, maxX] = extent(nodes.map(({ x }) => x));
  const [minY, maxY] = extent(nodes.map(({ y }) => y));
  const room = roomOf(size);
  const k = clamp(
    Math.min(
      Math.max(LEAST_ROOM, room.x - left) / Math.max(1, maxX - minX),
      room.y / Math.max(1, maxY - minY),
    ),
    MIN_SCALE,
    MAX_FIT_SCALE,
  );
  return { k, x: (minX + maxX) / 2 - left / 2 / k, y: (minY + maxY) / 2 };
};

/**
 * Moves a view as little as possible so that all given nodes are in sight. The scale becomes smaller only if the nodes
 * would not fit otherwise.
 */
export const revealingView = (nodes: readonly Point[], view: View, size: Size): View => {
  if (nodes.length === 0) return view;
  const [minX, maxX] = extent(nodes.map(({ x }) => x));
  const [minY, maxY] = extent(nodes.map(({ y }) => y));
  const room = roomOf(size);
  const k = Math.max(MIN_SCALE, Math.min(view.k, room.x / (maxX - minX), room.y / (maxY - minY)));
  const [halfX, halfY] = [room.x / 2 / k, room.y / 2 / k];
  return { k, x: clamp(view.x, maxX - halfX, minX + halfX), y: clamp(view.y, maxY - halfY, minY + halfY) };
};

export const isInSight = (node: Point, camera: Camera, { width, height }: Size): boolean => {
  const [x, y] = [xOnScreen(node, camera), yOnScreen(node, camera)];
  return x >= 0 && y >= 0 && x <= width && y <= height;
};

/** The ratio of width to height that the layout should give to the picture, so that it fills the canvas: 0.6–2.2. */
export const aspectOf = (size: Size): number => {
  const { x, y } = roomOf(size);
  return clamp(x / y, 0.6, 2.2);
};

/** The width and height of the canvas without the margins, in CSS pixels. */
const roomOf = ({ width, height }: Size): Point => ({
  x: Math.max(LEAST_ROOM, width - 2 * Math.min(MAX_MARGIN.x, MARGIN_SHARE * width)),
  y: Math.max(LEAST_ROOM, height - 2 * Math.min(MAX_MARGIN.y, MARGIN_SHARE * height)),
});

/** Whether the zoom buttons cover the center of a node. */
const isInCorner = (node: Point, camera: Camera, { right, bottom }: Box): boolean =>
  xOnScreen(node, camera) < right && yOnScreen(node, camera) < bottom;

export const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

const extent = (values: readonly number[]): [min: number, max: number] => [
  Math.min(...values),
  Math.max(...values),
];
