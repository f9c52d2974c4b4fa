import type { CollaborationResolvers } from '../../../__generated__/resolvers.ts';
import { shown } from '../../../graph/units.ts';
import { commonConnection } from '../../loading/commonConnection.ts';
import { known } from '../edges.ts';

export const Collaboration = {
  paperCount: ({ edge }) => known(edge.paperCount),
  firstYear: ({ edge }) => edge.firstYear,
  lastYear: ({ edge }) => edge.lastYear,
  strength: ({ edge }) => shown(known(edge.strength)),
  papers: ({ from, to, filter }, page, { loaders }) =>
    commonConnection(loaders, 'jointPapers', { from, to }, { ...page, filter }),
} satisfies CollaborationResolvers;
