import type { QueryResolvers, SearchEdgeResolvers } from '../../../__generated__/resolvers.ts';
import { completions, searchConnection } from './searchConnection.ts';

export const Query = {
  search: (_, args, { loaders }) => searchConnection(loaders, args),
  autocomplete: (_, args, { loaders }) => completions(loaders, args),
} satisfies QueryResolvers;

export const SearchEdge = { score: ({ entry }) => entry.score } satisfies SearchEdgeResolvers;
