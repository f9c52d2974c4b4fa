import type { GroupKeyResolvers, QueryResolvers } from '../../../__generated__/resolvers.ts';
import { labelOf } from '../../../graph/model/entities.ts';
import { breakdownConnection } from './breakdownConnection.ts';

export const Query = {
  breakdown: (_, args, { loaders }) => breakdownConnection(loaders, args),
} satisfies QueryResolvers;

export const GroupKey = {
  label: ({ entity, value }) => (entity ? labelOf(entity) : value),
} satisfies GroupKeyResolvers;
