import type { PictureNode } from '../picture.ts';
import { drawEdges } from './drawEdges.ts';
import { drawLabels } from './drawLabels.ts';
import { DIMMED_ALPHA, isHighlighted, radiusOnScreen, xOnScreen, yOnScreen, type Scene } from './scene.ts';
import { addOutline } from './addOutline.ts';

/** Draws a frame. The unit of the context is a CSS pixel. */
export const draw = (context: CanvasRenderingContext2D, scene: Scene): void => {
  context.clearRect(0, 0, scene.width, scene.height);
  drawEdges(context, scene);
  drawNodes(context, scene);
  drawRings(context, scene);
  drawLabels(context, scene);
};

const drawNodes = (context: CanvasRenderingContext2D, scene: Scene): void => {
  const { visible, highlight, palette } = scene;
  for (const node of visible.nodes) {
    // An opaque disc in the background color hides the edges below a transparent node.
    fillNode(context, scene, node, 0.75, palette.background);
    context.globalAlpha = isHighlighted(node, highlight) ? 1 : DIMMED_ALPHA;
    fillNode(context, scene, node, -0.75, palette.kinds[node.entity.kind]);
    context.globalAlpha = 1;
  }
};

/** Fills one path for each node, because one path with all nodes takes several times as long to fill. */
const fillNode = (
  context: CanvasRenderingContext2D,
  { camera }: Scene,
  node: PictureNode,
  radiusChange: number,
  color: string,
): void => {
  context.fillStyle = color;
  context.beginPath();
  const radius = radiusOnScreen(node, camera) + radiusChange;
  addOutline(context, node.entity.kind, xOnScreen(node, camera), yOnScreen(node, camera), radius);
  context.fill();
};

/** Draws rings around the centers and around the active node. */
const drawRings = (context: CanvasRenderingContext2D, scene: Scene): void => {
  const { visible, camera, palette, active, isKeyboardFocus, highlight } = scene;
  const ring = (node: PictureNode, distance: number, width: number, color: string): void => {
    context.lineWidth = width;
    context.strokeStyle = color;
    context.beginPath();
    const radius = radiusOnScreen(node, camera) + distance;
    addOutline(context, node.entity.kind, xOnScreen(node, camera), yOnScreen(node, camera), radius);
    context.stroke();
  };
  for (const node of visible.nodes) {
    if (node.distance > 0) continue;
    context.globalAlpha = isHighlighted(node, highlight) ? 1 : DIMMED_ALPHA;
    ring(node, 3, 2, palette.kinds[node.entity.kind]);
  }
  context.globalAlpha = 1;
  if (active && visible.nodes.includes(active)) ring(active, 5, isKeyboardFocus ? 3 : 2, palette.accent);
};
