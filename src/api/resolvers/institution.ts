import type { InstitutionResolvers } from '../../__generated__/resolvers.ts';
import { relationConnection } from '../connections/relation.ts';
import { paperFilter } from '../filters.ts';
import { entityFields } from './entity.ts';

export const Institution = {
  ...entityFields,
  authors: (institution, page, { loaders }) =>
    relationConnection(loaders, 'institutionAuthors', institution, page),
  papers: (institution, { filter, ...page }, { loaders }) =>
    relationConnection(loaders, 'institutionPapers', institution, { ...page, filter: paperFilter(filter) }),
  topics: (institution, page, { loaders }) =>
    relationConnection(loaders, 'institutionTopics', institution, page),
  partners: (institution, page, { loaders }) => relationConnection(loaders, 'partners', institution, page),
} satisfies InstitutionResolvers;
