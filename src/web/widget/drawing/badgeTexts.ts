import type { PictureNode } from '../picture.ts';
import type { Omission } from '../slice.ts';

/**
 * The text of each badge: "+37" for a node with 37 omitted neighbors, "+37 more" for a center. If only some years are
 * shown, it is "+" or "+ more", because the years of omitted neighbors are unknown.
 */
export const badgeTexts = (
  nodes: readonly PictureNode[],
  omitted: readonly Omission[],
  isLimitedToYears = false,
): Map<PictureNode, string> => {
  const counts = new Map<string, number>();
  for (const { nodeId, count } of omitted) counts.set(nodeId, (counts.get(nodeId) ?? 0) + count);
  const texts = new Map<PictureNode, string>();
  for (const node of nodes) {
    const count = counts.get(node.entity.id);
    if (count === undefined) continue;
    const number = isLimitedToYears ? '' : count.toLocaleString('en');
    texts.set(node, node.distance === 0 ? `+${number} more` : `+${number}`);
  }
  return texts;
};
