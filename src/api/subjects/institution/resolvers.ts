import type { InstitutionResolvers, QueryResolvers } from '../../../__generated__/resolvers.ts';
import type { Institution as FullInstitution } from '../../../graph/model/entities.ts';
import { listConnection } from '../../loading/listConnection.ts';
import { relationResolvers } from '../relations/relationFields.ts';
import { requireFullEntity } from '../../loading/requireFullEntity.ts';
import { entityOfKind } from '../entity/entityOfKind.ts';
import { entityFields } from '../entity/entityFields.ts';
import { institutionFilter } from './institutionFilter.ts';

export const Query = {
  institution: (_, { id }, context, info) => entityOfKind('INSTITUTION', id, context, info),
  institutions: (_, { filter, ...page }, { loaders }) =>
    listConnection(loaders, 'institutions', page, institutionFilter(filter)),
} satisfies QueryResolvers;

export const Institution = {
  ...entityFields,
  ...relationResolvers('INSTITUTION'),
  institutionType: requireFullEntity((institution: FullInstitution) => institution.institutionType),
  city: requireFullEntity((institution: FullInstitution) => institution.city),
} satisfies InstitutionResolvers;
