import type { Pen } from './pen.ts';
import { isEdge, type PictureNode } from '../picture.ts';
import { drawColumns } from './drawColumns.ts';
import { drawEdges } from './drawEdges.ts';
import { drawLabels } from './drawLabels.ts';
import { DIMMED_ALPHA, isHighlighted, radiusOnScreen, xOnScreen, yOnScreen, type Scene } from './scene.ts';
import { addOutline } from './addOutline.ts';

/** Draws a frame. The unit of the pen is a CSS pixel. */
export const draw = (pen: Pen, scene: Scene): void => {
  drawColumns(pen, scene);
  drawEdges(pen, scene);
  drawNodes(pen, scene);
  drawRings(pen, scene);
  drawLabels(pen, scene);
};

const drawNodes = (pen: Pen, scene: Scene): void => {
  const { visible, highlight, palette, colorOf } = scene;
  for (const node of visible.nodes) {
    // An opaque disc in the background color hides the edges below a transparent node.
    fillNode(pen, scene, node, 0.75, palette.background);
    pen.globalAlpha = isHighlighted(node, highlight) ? 1 : DIMMED_ALPHA;
    fillNode(pen, scene, node, -0.75, colorOf(node));
    pen.globalAlpha = 1;
  }
};

/** Fills one path for each node, because one path with all nodes takes several times as long to fill. */
const fillNode = (
  pen: Pen,
  { camera }: Scene,
  node: PictureNode,
  radiusChange: number,
  color: string,
): void => {
  pen.fillStyle = color;
  pen.beginPath();
  const radius = radiusOnScreen(node, camera) + radiusChange;
  addOutline(pen, node.entity.kind, xOnScreen(node, camera), yOnScreen(node, camera), radius);
  pen.fill();
};

/** Draws rings around the centers and around the active node. */
const drawRings = (pen: Pen, scene: Scene): void => {
  const { visible, camera, palette, active, isKeyboardFocus, highlight, colorOf } = scene;
  const ring = (node: PictureNode, distance: number, width: number, color: string): void => {
    pen.lineWidth = width;
    pen.strokeStyle = color;
    pen.beginPath();
    const radius = radiusOnScreen(node, camera) + distance;
    addOutline(pen, node.entity.kind, xOnScreen(node, camera), yOnScreen(node, camera), radius);
    pen.stroke();
  };
  for (const node of visible.nodes) {
    if (node.distance > 0) continue;
    pen.globalAlpha = isHighlighted(node, highlight) ? 1 : DIMMED_ALPHA;
    ring(node, 4, 3, colorOf(node));
  }
  pen.globalAlpha = 1;
  if (active && !isEdge(active) && visible.nodes.includes(active))
    ring(active, 5, isKeyboardFocus ? 3 : 2, palette.accent);
};
