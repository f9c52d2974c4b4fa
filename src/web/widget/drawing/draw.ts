import type { PicturedEdge, PicturedNode } from '../picture.ts';
import { entityKinds } from '../slice.ts';
import { drawLabels } from './drawLabels.ts';
import { isLit, radiusOnScreen, xOnScreen, yOnScreen, type Scene } from './scene.ts';
import { outline } from './shapes.ts';

/** How much is left of what steps back. */
const DIMMED = 0.22;
/** Edges are drawn in so many widths, each with one stroke for all of its edges. */
const WIDTHS = 5;

/** Draws a frame. The context's unit is a pixel of the screen, whatever the resolution. */
export const draw = (context: CanvasRenderingContext2D, scene: Scene): void => {
  context.clearRect(0, 0, scene.width, scene.height);
  drawEdges(context, scene);
  drawNodes(context, scene);
  drawMarks(context, scene);
  drawLabels(context, scene);
};

const drawEdges = (context: CanvasRenderingContext2D, scene: Scene): void => {
  const { lit, palette } = scene;
  const bright: PicturedEdge[][] = Array.from({ length: WIDTHS }, () => []);
  const plain: PicturedEdge[][] = Array.from({ length: WIDTHS }, () => []);
  for (const edge of scene.shown.edges) {
    const width = Math.min(WIDTHS - 1, Math.floor(edge.strength * WIDTHS));
    (lit?.edges.has(edge) ? bright : plain)[width]?.push(edge);
  }
  context.lineCap = 'round';
  context.strokeStyle = palette.edge;
  context.globalAlpha = lit ? DIMMED * 1.5 : 1;
  for (const [width, edges] of plain.entries()) strokeAll(context, scene, edges, width);
  context.globalAlpha = 1;
  context.strokeStyle = palette.accent;
  for (const [width, edges] of bright.entries()) strokeAll(context, scene, edges, width);
};

const strokeAll = (
  context: CanvasRenderingContext2D,
  { camera }: Scene,
  edges: readonly PicturedEdge[],
  width: number,
): void => {
  if (edges.length === 0) return;
  context.lineWidth = (0.7 + 0.8 * width) * Math.min(1.6, Math.max(0.6, Math.sqrt(camera.k)));
  context.beginPath();
  for (const { from, to } of edges) {
    context.moveTo(xOnScreen(from, camera), yOnScreen(from, camera));
    context.lineTo(xOnScreen(to, camera), yOnScreen(to, camera));
  }
  context.stroke();
};

const drawNodes = (context: CanvasRenderingContext2D, scene: Scene): void => {
  const { shown, lit, camera, palette } = scene;
  const dimmed = lit ? shown.nodes.filter((node) => !isLit(node, lit)) : [];
  const bright = lit ? shown.nodes.filter((node) => isLit(node, lit)) : shown.nodes;
  context.lineWidth = 1.5;
  context.strokeStyle = palette.background;
  for (const [nodes, alpha] of [[dimmed, DIMMED] as const, [bright, 1] as const]) {
    for (const kind of entityKinds) {
      context.beginPath();
      for (const node of nodes) {
        if (node.entity.kind !== kind) continue;
        outline(
          context,
          kind,
          xOnScreen(node, camera),
          yOnScreen(node, camera),
          radiusOnScreen(node, camera),
        );
      }
      context.globalAlpha = 1;
      context.fillStyle = palette.background; // edges end at a node, however faint it is
      if (alpha < 1) context.fill();
      context.globalAlpha = alpha;
      context.fillStyle = palette.kinds[kind];
      context.fill();
      context.stroke();
    }
  }
  context.globalAlpha = 1;
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
    if (node.distance > 0) break; // centers come first
    context.globalAlpha = isLit(node, lit) ? 1 : DIMMED;
    ring(node, 3, 2, palette.kinds[node.entity.kind]);
  }
  context.globalAlpha = 1;
  if (active && shown.nodes.includes(active)) ring(active, 5, keyboard ? 3 : 2, palette.accent);
};
