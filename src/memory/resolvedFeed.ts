import type { FeedPage } from '../graph/feed.ts';
import type { Paper } from '../graph/model/entities.ts';
import { entitiesByNode, type GraphState } from './records.ts';

/** A feed with papers in place of nodes. */
export const resolvedFeed = async (
  state: GraphState,
  { entries, ...page }: FeedPage<number>,
): Promise<FeedPage> => {
  const papers = await entitiesByNode(
    state,
    entries.map(({ node }) => node),
  );
  return { ...page, entries: entries.map((entry) => ({ ...entry, node: papers.get(entry.node) as Paper })) };
};
