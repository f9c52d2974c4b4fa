import type { PicturedEdge } from '../picture.ts';
import { DIMMED, radiusOnScreen, xOnScreen, yOnScreen, type Scene } from './scene.ts';

/**
 * So many edges at most are drawn as wide as they are strong, the others as thin lines: where nothing but the
 * processor draws, a wide line takes some ten times as long as a thin one, and many wide lines cover each other.
 */
const MOST_WIDE = 150;
/** What is weaker than this is thin in any case, and fainter the weaker it is. */
const WIDE_FROM = 0.3;
const FAINTNESS = [0.6, 0.8, 1];
/** So many edges are drawn in full color; the more there are, the fainter all of them. */
const FEW = 40;
const FAINTEST = 0.4;
/** Lines a stroke: a path of all takes longer than the lines one by one. */
const A_STROKE = 16;

/** Draws the edges, those that are looked at last. */
export const drawEdges = (context: CanvasRenderingContext2D, scene: Scene): void => {
  const { lit, palette, shown, camera } = scene;
  const zoomed = Math.min(1.6, Math.max(0.6, Math.sqrt(camera.k)));
  const wide = new Set(widest(shown.edges));
  const thin: PicturedEdge[][] = FAINTNESS.map(() => []);
  context.lineCap = 'butt';
  context.strokeStyle = palette.edge;
  const clarity =
    Math.max(FAINTEST, Math.min(1, (FEW / shown.edges.length) ** 0.42)) * (lit ? 2 * DIMMED : 1);
  context.globalAlpha = clarity;
  for (const edge of shown.edges) {
    if (lit?.edges.has(edge)) continue;
    if (wide.has(edge)) stroke(context, scene, [edge], (0.6 + 3.2 * edge.strength) * zoomed);
    else thin[Math.min(2, Math.floor(edge.strength * 3))]?.push(edge);
  }
  for (const [index, edges] of thin.entries()) {
    context.globalAlpha = (FAINTNESS[index] ?? 1) * clarity;
    for (let start = 0; start < edges.length; start += A_STROKE)
      stroke(context, scene, edges.slice(start, start + A_STROKE), 1);
  }
  context.globalAlpha = 1;
  context.strokeStyle = palette.accent;
  context.fillStyle = palette.accent;
  for (const edge of lit?.edges ?? []) {
    stroke(context, scene, [edge], (1 + 3 * edge.strength) * zoomed);
    if (edge.from.entity.kind === edge.to.entity.kind && edge.direction === 'OUT')
      arrow(context, scene, edge);
  }
};

const kept = new WeakMap<readonly PicturedEdge[], readonly PicturedEdge[]>();

/** The strongest edges, worked out once for what is shown. */
const widest = (edges: readonly PicturedEdge[]): readonly PicturedEdge[] => {
  let wide = kept.get(edges);
  if (!wide) {
    wide = edges
      .filter(({ strength }) => strength >= WIDE_FROM)
      .sort((one, other) => other.strength - one.strength)
      .slice(0, MOST_WIDE);
    kept.set(edges, wide);
  }
  return wide;
};

/** A head at the rim of the node an edge runs to: between two of one kind nothing else tells which way it runs. */
const arrow = (context: CanvasRenderingContext2D, { camera }: Scene, { from, to }: PicturedEdge): void => {
  const [x, y] = [xOnScreen(to, camera), yOnScreen(to, camera)];
  const angle = Math.atan2(y - yOnScreen(from, camera), x - xOnScreen(from, camera));
  const rim = radiusOnScreen(to, camera) + 1;
  const at = (back: number, aside: number): [x: number, y: number] => [
    x - (rim + back) * Math.cos(angle) - aside * Math.sin(angle),
    y - (rim + back) * Math.sin(angle) + aside * Math.cos(angle),
  ];
  context.beginPath();
  context.moveTo(...at(0, 0));
  context.lineTo(...at(9, 4));
  context.lineTo(...at(9, -4));
  context.fill();
};

const stroke = (
  context: CanvasRenderingContext2D,
  { camera }: Scene,
  edges: readonly PicturedEdge[],
  width: number,
): void => {
  context.lineWidth = width;
  context.beginPath();
  for (const { from, to } of edges) {
    context.moveTo(xOnScreen(from, camera), yOnScreen(from, camera));
    context.lineTo(xOnScreen(to, camera), yOnScreen(to, camera));
  }
  context.stroke();
};
