import type { QueryResolvers, RemovalResolvers } from '../../../__generated__/resolvers.ts';
import { checkedId } from '../../../graph/model/checkedId.ts';

export const Query = {
  removed: (_, { id }, { loaders }) => loaders.removals.load(checkedId(id, 'id')),
} satisfies QueryResolvers;

export const Removal = { label: ({ id, title }) => title ?? id } satisfies RemovalResolvers;
