import type { VisiblePart } from '../filterPicture.ts';
import type { PictureNode } from '../picture.ts';

/** The nodes, the most important first: the centers, then large nodes with many edges. */
export const sortByImportance = ({ nodes, edges }: VisiblePart): PictureNode[] => {
  const degrees = new Map<PictureNode, number>();
  for (const { from, to } of edges)
    for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const importance = (node: PictureNode): number =>
    (node.distance === 0 ? 1000 : 0) + node.radius + Math.sqrt(degrees.get(node) ?? 0);
  return [...nodes].sort((one, other) => importance(other) - importance(one));
};
