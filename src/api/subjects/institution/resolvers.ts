import type { InstitutionResolvers, QueryResolvers } from '../../../__generated__/resolvers.ts';
import type { Institution as FullInstitution } from '../../../graph/model/entities.ts';
import { listConnection } from '../../loading/listConnection.ts';
import { relationConnection } from '../../loading/relationConnection.ts';
import { requireFullEntity } from '../../loading/requireFullEntity.ts';
import { countedEdge, datedEdge } from '../countedEdge.ts';
import { entityOfKind } from '../entity/entityById.ts';
import { entityFields } from '../entity/entityFields.ts';
import { paperFilter } from '../paper/paperFilter.ts';
import { institutionFilter } from './institutionFilter.ts';

export const Query = {
  institution: (_, { id }, context, info) => entityOfKind('INSTITUTION', id, context, info),
  institutions: (_, { filter, ...page }, { loaders }) =>
    listConnection(loaders, 'institutions', page, institutionFilter(filter)),
} satisfies QueryResolvers;

export const Institution = {
  ...entityFields,
  institutionType: requireFullEntity((institution: FullInstitution) => institution.institutionType),
  city: requireFullEntity((institution: FullInstitution) => institution.city),
  authors: (institution, page, { loaders }) =>
    relationConnection(loaders, 'institutionAuthors', institution, page),
  papers: (institution, { filter, ...page }, { loaders }) =>
    relationConnection(loaders, 'institutionPapers', institution, { ...page, filter: paperFilter(filter) }),
  topics: (institution, page, { loaders }) =>
    relationConnection(loaders, 'institutionTopics', institution, page),
  partners: (institution, page, { loaders }) => relationConnection(loaders, 'partners', institution, page),
} satisfies InstitutionResolvers;

export {
  countedEdge as InstitutionTopicEdge,
  countedEdge as PartnerEdge,
  datedEdge as InstitutionAuthorEdge,
};
