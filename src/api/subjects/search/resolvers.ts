import type { QueryResolvers, SearchEdgeResolvers } from '../../../__generated__/resolvers.ts';
import { searchMatches } from '../../../graph/search.ts';
import { completions, matchedText, searchConnection } from './searchConnection.ts';

export const Query = {
  search: (_, args, { loaders }) => searchConnection(loaders, args),
  autocomplete: (_, args, { loaders }) => completions(loaders, args),
} satisfies QueryResolvers;

export const SearchEdge = {
  score: ({ entry }) => entry.score,
  matched: ({ entry }) => searchMatches[entry.score] ?? 'WORDS',
  matchedText: ({ entry, origin }) => matchedText(entry, origin),
} satisfies SearchEdgeResolvers;
