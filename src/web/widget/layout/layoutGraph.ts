import type { Picture } from '../picture.ts';
import type { LayoutGraph } from './layoutSimulation.ts';

/** A picture as its layout takes it: numbers alone, which cross into a worker at no cost. */
export const layoutGraph = ({ nodes, edges }: Picture, heat: number, aspect: number): LayoutGraph => ({
  positions: Float32Array.from(nodes.flatMap(({ x, y }) => [x, y])),
  radii: Float32Array.from(nodes, ({ radius }) => radius),
  edges: Uint32Array.from(edges.flatMap(({ from, to }) => [from.index, to.index])),
  strengths: Float32Array.from(edges, ({ strength }) => strength),
  heat,
  aspect,
});
