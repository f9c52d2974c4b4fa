import type { PictureNode } from '../picture.ts';
import type { Omission } from '../slice.ts';

/**
 * The text of each badge: "+37" for a node with 37 omitted neighbors, "+37 more" for a center.
 */
export const badgeTexts = (
  nodes: readonly PictureNode[],
  omitted: readonly Omission[],
): Map<PictureNode, string> => {
  const counts = new Map<string, number>();
  for (const { nodeId, count } of omitted) counts.set(nodeId, (counts.get(nodeId) ?? 0) + count);
  const texts = new Map<PictureNode, string>();
  for (const node of nodes) {
    const count = counts.get(node.entity.id);
    if (count === undefined) continue;
    const number = count.toLocaleString('en');
    texts.set(node, node.distance === 0 ? `+${number} more` : `+${number}`);
  }
  return texts;
};
