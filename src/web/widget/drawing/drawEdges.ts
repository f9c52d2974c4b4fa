import type { Pen } from './pen.ts';
import type { PictureEdge } from '../picture.ts';
import { DIMMED_ALPHA, radiusOnScreen, xOnScreen, yOnScreen, type Scene } from './scene.ts';

/**
 * At most this many edges are drawn with a width that shows their strength; the others are thin. Without a graphics
 * processor a wide line takes about ten times as long as a thin one, and many wide lines hide each other.
 */
const MAX_WIDE_EDGES = 150;
/** Edges with a smaller strength (0–1) than this are always thin. */
const MIN_WIDE_STRENGTH = 0.2;
/** The opacity of thin edges: with a strength below 1/3, from 1/3 to 2/3, and above. */
const THIN_ALPHAS = [0.6, 0.8, 1];
/** Up to this many edges are opaque; with more edges, all of them become more transparent. */
const FULL_ALPHA_EDGES = 60;
const MIN_ALPHA = 0.4;
/** Paths of this many lines are the fastest to draw; one path with all lines is slower than single lines. */
const EDGES_PER_STROKE = 16;

/** Draws the edges, the highlighted ones last. */
export const drawEdges = (pen: Pen, scene: Scene): void => {
  const { highlight, palette, visible, camera } = scene;
  const widthFactor = Math.min(1.6, Math.max(0.6, Math.sqrt(camera.k)));
  const wide = new Set(wideEdges(visible.edges));
  const thin: PictureEdge[][] = THIN_ALPHAS.map(() => []);
  pen.lineCap = 'butt';
  pen.strokeStyle = palette.edge;
  const alpha =
    Math.max(MIN_ALPHA, Math.min(1, (FULL_ALPHA_EDGES / visible.edges.length) ** 0.42)) *
    (highlight ? 2 * DIMMED_ALPHA : 1);
  pen.globalAlpha = alpha;
  for (const edge of visible.edges) {
    if (highlight?.edges.has(edge)) continue;
    if (wide.has(edge)) strokeEdges(pen, scene, [edge], (0.6 + 3.2 * edge.strength) * widthFactor);
    else thin[Math.min(2, Math.floor(edge.strength * 3))]?.push(edge);
  }
  for (const [index, edges] of thin.entries()) {
    pen.globalAlpha = (THIN_ALPHAS[index] ?? 1) * alpha;
    for (let start = 0; start < edges.length; start += EDGES_PER_STROKE)
      strokeEdges(pen, scene, edges.slice(start, start + EDGES_PER_STROKE), 1);
  }
  pen.globalAlpha = 1;
  pen.strokeStyle = pen.fillStyle = highlight?.item ? palette.accent : palette.edge;
  for (const edge of highlight?.edges ?? []) {
    strokeEdges(pen, scene, [edge], (1 + 3 * edge.strength) * widthFactor);
    if (edge.from.entity.kind === edge.to.entity.kind && edge.direction === 'OUT')
      drawArrow(pen, scene, edge);
  }
};

const wideEdgesCache = new WeakMap<readonly PictureEdge[], readonly PictureEdge[]>();

/** The strongest MAX_WIDE_EDGES edges. They are cached for each list of edges. */
const wideEdges = (edges: readonly PictureEdge[]): readonly PictureEdge[] => {
  let wide = wideEdgesCache.get(edges);
  if (!wide) {
    wide = edges
      .filter(({ strength }) => strength >= MIN_WIDE_STRENGTH)
      .sort((one, other) => other.strength - one.strength)
      .slice(0, MAX_WIDE_EDGES);
    wideEdgesCache.set(edges, wide);
  }
  return wide;
};

/** Draws an arrowhead at the target node. Only edges between nodes of one kind need it to show their direction. */
const drawArrow = (pen: Pen, { camera }: Scene, { from, to }: PictureEdge): void => {
  const [x, y] = [xOnScreen(to, camera), yOnScreen(to, camera)];
  const angle = Math.atan2(y - yOnScreen(from, camera), x - xOnScreen(from, camera));
  const rim = radiusOnScreen(to, camera) + 1;
  const at = (back: number, offset: number): [x: number, y: number] => [
    x - (rim + back) * Math.cos(angle) - offset * Math.sin(angle),
    y - (rim + back) * Math.sin(angle) + offset * Math.cos(angle),
  ];
  pen.beginPath();
  pen.moveTo(...at(0, 0));
  pen.lineTo(...at(9, 4));
  pen.lineTo(...at(9, -4));
  pen.fill();
};

const strokeEdges = (pen: Pen, { camera }: Scene, edges: readonly PictureEdge[], width: number): void => {
  pen.lineWidth = width;
  pen.beginPath();
  for (const { from, to } of edges) {
    pen.moveTo(xOnScreen(from, camera), yOnScreen(from, camera));
    pen.lineTo(xOnScreen(to, camera), yOnScreen(to, camera));
  }
  pen.stroke();
};
