import type { CollaborationResolvers, QueryResolvers } from '../../../__generated__/resolvers.ts';
import { fromUnits } from '../../../graph/units.ts';
import { commonConnection } from '../relations/commonConnection.ts';
import { requiredField } from '../requiredField.ts';
import { collaborationBetween } from './collaborationBetween.ts';
import { collaborationFilter } from './collaborationFilter.ts';

export const Query = {
  collaboration: async (_, { from, to, filter }, { loaders }) =>
    collaborationBetween(loaders, { from, to }, collaborationFilter(filter)),
} satisfies QueryResolvers;

export const Collaboration = {
  paperCount: ({ edge }) => requiredField(edge, 'paperCount'),
  firstYear: ({ edge }) => edge.firstYear,
  lastYear: ({ edge }) => edge.lastYear,
  strength: ({ edge }) => fromUnits(requiredField(edge, 'strength')),
  papers: ({ from, to, filter }, page, { loaders }) =>
    commonConnection(loaders, 'jointPapers', { from, to }, page, filter),
} satisfies CollaborationResolvers;
