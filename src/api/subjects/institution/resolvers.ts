import type { InstitutionResolvers } from '../../../__generated__/resolvers.ts';
import { requireFullEntity } from '../../loading/requireFullEntity.ts';
import { relationConnection } from '../../loading/relationConnection.ts';
import { paperFilter } from '../filters.ts';
import { entityFields } from '../entity/resolvers.ts';

export const Institution = {
  ...entityFields,
  institutionType: requireFullEntity((institution) => institution.institutionType),
  city: requireFullEntity((institution) => institution.city),
  authors: (institution, page, { loaders }) =>
    relationConnection(loaders, 'institutionAuthors', institution, page),
  papers: (institution, { filter, ...page }, { loaders }) =>
    relationConnection(loaders, 'institutionPapers', institution, { ...page, filter: paperFilter(filter) }),
  topics: (institution, page, { loaders }) =>
    relationConnection(loaders, 'institutionTopics', institution, page),
  partners: (institution, page, { loaders }) => relationConnection(loaders, 'partners', institution, page),
} satisfies InstitutionResolvers;
