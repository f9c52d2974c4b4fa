import type { RelatedPaperEdgeResolvers } from '../../../__generated__/resolvers.ts';
import type { RelatedPart } from '../../../graph/relatedPapers.ts';
import type { Pair } from '../../../graph/pair.ts';
import { fromUnits } from '../../../graph/units.ts';
import { commonConnection } from '../relations/commonConnection.ts';
import type { RelatedPaperEdge as Edge } from '../parents.ts';

const pairOf = ({ node, origin }: Edge): Pair => ({ from: origin.id, to: node.id });

export const RelatedPaperEdge = {
  score: ({ entry }) => fromUnits(entry.score),
  scores: ({ entry: { parts } }) => {
    const score = (part: RelatedPart): number | null => {
      const units = parts[part];
      return units === undefined ? null : fromUnits(units);
    };
    return {
      coupling: score('COUPLING'),
      cocitation: score('COCITATION'),
      authors: score('AUTHORS'),
      topics: score('TOPICS'),
      title: score('TITLE'),
    };
  },
  sharedReferences: (edge, page, { loaders }) =>
    commonConnection(loaders, 'sharedReferences', pairOf(edge), page),
  sharedCiters: (edge, page, { loaders }) => commonConnection(loaders, 'sharedCiters', pairOf(edge), page),
  sharedAuthors: (edge, page, { loaders }) => commonConnection(loaders, 'sharedAuthors', pairOf(edge), page),
  sharedTopics: (edge, page, { loaders }) =>
    commonConnection(loaders, 'sharedPaperTopics', pairOf(edge), page),
} satisfies RelatedPaperEdgeResolvers;
