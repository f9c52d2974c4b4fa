import type { SuggestedCollaboratorEdgeResolvers } from '../../../__generated__/resolvers.ts';
import { scoreOf, type SuggestionScores } from '../../../graph/suggestions.ts';
import type { Pair } from '../../../graph/pair.ts';
import { fromUnits } from '../../../graph/units.ts';
import { commonConnection } from '../relations/commonConnection.ts';
import { introduction } from '../paths/paths.ts';
import type { SuggestedCollaboratorEdge as Edge } from '../parents.ts';

const pairOf = ({ node, origin: { author } }: Edge): Pair => ({ from: author.id, to: node.id });

const scoresFromUnits = (scores: SuggestionScores): SuggestionScores => ({
  adamicAdar: fromUnits(scores.adamicAdar),
  commonCollaboratorCount: scores.commonCollaboratorCount,
  jaccard: fromUnits(scores.jaccard),
  resourceAllocation: fromUnits(scores.resourceAllocation),
  topicSimilarity: fromUnits(scores.topicSimilarity),
});

export const SuggestedCollaboratorEdge = {
  score: ({ entry, origin: { scoring } }) => scoreOf(scoring, scoresFromUnits(entry.scores)),
  scores: ({ entry }) => scoresFromUnits(entry.scores),
  commonCollaborators: (edge, page, { loaders }) =>
    commonConnection(loaders, 'commonCollaborators', pairOf(edge), page),
  sharedTopics: (edge, page, { loaders }) => commonConnection(loaders, 'sharedTopics', pairOf(edge), page),
  introduction: (edge, _, { loaders }) => introduction(loaders, pairOf(edge)),
} satisfies SuggestedCollaboratorEdgeResolvers;
