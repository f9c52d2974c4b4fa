import type { FeedPage, FeedRequest } from '../../graph/feed.ts';
import type { Paper } from '../../graph/model/entities.ts';
import { entitiesByNode } from './graphView.ts';
import type { ReadContext } from './readContext.ts';

/** A page of the papers of a period. */
export const readFeed = async (context: ReadContext, request: FeedRequest): Promise<FeedPage> => {
  const { entries, ...page } = await context.run(context.queries.feeds.page(request, context.nodeOf));
  const papers = await entitiesByNode(
    context,
    entries.map(({ node }) => node),
  );
  return { ...page, entries: entries.map((entry) => ({ ...entry, node: papers.get(entry.node) as Paper })) };
};
