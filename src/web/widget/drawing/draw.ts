import type { PicturedNode } from '../picture.ts';
import { drawEdges } from './drawEdges.ts';
import { drawLabels } from './drawLabels.ts';
import { DIMMED, isLit, radiusOnScreen, xOnScreen, yOnScreen, type Scene } from './scene.ts';
import { outline } from './addOutline.ts';

/** Draws a frame. The context's unit is a pixel of the screen, whatever the resolution. */
export const draw = (context: CanvasRenderingContext2D, scene: Scene): void => {
  context.clearRect(0, 0, scene.width, scene.height);
  drawEdges(context, scene);
  drawNodes(context, scene);
  drawMarks(context, scene);
  drawLabels(context, scene);
};

const drawNodes = (context: CanvasRenderingContext2D, scene: Scene): void => {
  const { shown, lit, palette } = scene;
  for (const node of shown.nodes) {
    // Edges end at a node's rim, however faint it is.
    fill(context, scene, node, 0.75, palette.background);
    context.globalAlpha = isLit(node, lit) ? 1 : DIMMED;
    fill(context, scene, node, -0.75, palette.kinds[node.entity.kind]);
    context.globalAlpha = 1;
  }
};

/** A path a node: one of all nodes would take several times as long to fill. */
const fill = (
  context: CanvasRenderingContext2D,
  { camera }: Scene,
  node: PicturedNode,
  larger: number,
  color: string,
): void => {
  context.fillStyle = color;
  context.beginPath();
  const radius = radiusOnScreen(node, camera) + larger;
  outline(context, node.entity.kind, xOnScreen(node, camera), yOnScreen(node, camera), radius);
  context.fill();
};

/** Rings around the centers and around what has been chosen. */
const drawMarks = (context: CanvasRenderingContext2D, scene: Scene): void => {
  const { shown, camera, palette, active, keyboard, lit } = scene;
  const ring = (node: PicturedNode, distance: number, width: number, color: string): void => {
    context.lineWidth = width;
    context.strokeStyle = color;
    context.beginPath();
    const radius = radiusOnScreen(node, camera) + distance;
    outline(context, node.entity.kind, xOnScreen(node, camera), yOnScreen(node, camera), radius);
    context.stroke();
  };
  for (const node of shown.nodes) {
    if (node.distance > 0) continue;
    context.globalAlpha = isLit(node, lit) ? 1 : DIMMED;
    ring(node, 3, 2, palette.kinds[node.entity.kind]);
  }
  context.globalAlpha = 1;
  if (active && shown.nodes.includes(active)) ring(active, 5, keyboard ? 3 : 2, palette.accent);
};
