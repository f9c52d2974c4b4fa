import type { QueryResolvers } from '../../../__generated__/resolvers.ts';

export const Query = {
  statistics: (_parent, _arguments, { loaders }) => loaders.statistics(),
} satisfies QueryResolvers;
