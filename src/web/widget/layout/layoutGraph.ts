import type { Picture } from '../picture.ts';
import type { LayoutGraph } from './layoutSimulation.ts';

/**
 * How the picture has changed: a new picture, the previous one with more nodes, or one that was shown before: after an
 * undone expansion, or after the element was moved within the page.
 */
export type PictureChange = 'new' | 'expanded' | 'restored';

/** The initial temperature of the layout, 0–1: how far nodes may move. */
const heats: Readonly<Record<PictureChange, number>> = { new: 1, expanded: 0.6, restored: 0.02 };

/**
 * Converts a picture to the input of the layout: typed arrays, which are cheap to send to a worker. Nodes that the user
 * has already seen stay where they are.
 */
export const layoutGraph = (
  { nodes, edges, groups, byId, keptNodes }: Picture,
  change: PictureChange,
  aspect: number,
): LayoutGraph => ({
  positions: Float32Array.from(nodes.flatMap(({ x, y }) => [x, y])),
  radii: Float32Array.from(nodes, ({ radius }) => radius),
  fixed: Uint8Array.from(nodes, (node) =>
    Number(change === 'restored' || (change === 'expanded' && keptNodes.has(node))),
  ),
  edges: Uint32Array.from(edges.flatMap(({ from, to }) => [from.index, to.index])),
  strengths: Float32Array.from(edges, ({ strength }) => strength),
  groups: groups.map(({ members }) => Uint32Array.from(members.flatMap((id) => byId.get(id)?.index ?? []))),
  heat: heats[change],
  aspect,
});
