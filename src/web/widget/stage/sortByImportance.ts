import type { Shown } from '../filterPicture.ts';
import type { PicturedNode } from '../picture.ts';

/** What is shown, the most important first: the centers, then what is large and has many edges. */
export const byImportance = ({ nodes, edges }: Shown): PicturedNode[] => {
  const degrees = new Map<PicturedNode, number>();
  for (const { from, to } of edges)
    for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const importance = (node: PicturedNode): number =>
    (node.distance === 0 ? 1000 : 0) + node.radius + Math.sqrt(degrees.get(node) ?? 0);
  return [...nodes].sort((one, other) => importance(other) - importance(one));
};
