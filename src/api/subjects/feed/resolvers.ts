import type { FeedEdgeResolvers, QueryResolvers } from '../../../__generated__/resolvers.ts';
import { feedConnection } from './feedConnection.ts';

export const Query = {
  feed: (_, args, { loaders }) => feedConnection(loaders, args),
} satisfies QueryResolvers;

export const FeedEdge = {
  citationsInPeriod: ({ entry }) => entry.citationsInPeriod,
  matchedIds: ({ entry, origin }) => entry.matchedIds.map((id) => origin.get(id) ?? id),
} satisfies FeedEdgeResolvers;
