import type {
  QueryResolvers,
  ReviewerConnectionResolvers,
  ReviewerEdgeResolvers,
} from '../../../__generated__/resolvers.ts';
import { fromUnits } from '../../../graph/units.ts';
import { checkedPageSize } from '../../../graph/checks.ts';
import { reviewersConnection } from './reviewersConnection.ts';

export const Query = {
  reviewers: (_, args, { loaders }) => reviewersConnection(loaders, args),
} satisfies QueryResolvers;

export const ReviewerConnection = {
  excluded: (connection, { first }) => connection.excludedUpTo(checkedPageSize(first)),
} satisfies ReviewerConnectionResolvers;

export const ReviewerEdge = {
  score: ({ entry }) => fromUnits(entry.score),
  scores: ({ entry: { papers, topics } }) => ({ papers: fromUnits(papers), topics: fromUnits(topics) }),
  relatedPaperCount: ({ entry }) => entry.relatedPaperCount,
  relatedPapers: ({ entry }) =>
    entry.relatedPapers.map(({ paper, similarity }) => ({ paper, similarity: fromUnits(similarity) })),
} satisfies ReviewerEdgeResolvers;
