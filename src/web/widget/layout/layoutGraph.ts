import type { Picture } from '../picture.ts';
import type { LayoutGraph } from './layoutSimulation.ts';

/** Converts a picture to the input of the layout: typed arrays, which are cheap to send to a worker. */
export const layoutGraph = (
  { nodes, edges, groups, byId }: Picture,
  heat: number,
  aspect: number,
): LayoutGraph => ({
  positions: Float32Array.from(nodes.flatMap(({ x, y }) => [x, y])),
  radii: Float32Array.from(nodes, ({ radius }) => radius),
  edges: Uint32Array.from(edges.flatMap(({ from, to }) => [from.index, to.index])),
  strengths: Float32Array.from(edges, ({ strength }) => strength),
  groups: groups.map(({ members }) => Uint32Array.from(members.flatMap((id) => byId.get(id)?.index ?? []))),
  heat,
  aspect,
});
