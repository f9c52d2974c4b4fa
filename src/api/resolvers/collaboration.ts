import type { CollaborationResolvers } from '../../__generated__/resolvers.ts';
import { shown } from '../../graph/units.ts';
import { jointPapersConnection } from '../connections/jointPapers.ts';
import { known } from './edges.ts';

export const Collaboration = {
  paperCount: ({ edge }) => known(edge.paperCount),
  firstYear: ({ edge }) => edge.firstYear,
  lastYear: ({ edge }) => edge.lastYear,
  strength: ({ edge }) => shown(known(edge.strength)),
  papers: (collaboration, page, { loaders }) => jointPapersConnection(loaders, collaboration, page),
} satisfies CollaborationResolvers;
