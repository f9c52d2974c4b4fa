import type { AuthorGroupResolvers } from '../../../__generated__/resolvers.ts';
import { checkedPageSize } from '../../../graph/checks.ts';
import { firstOfKind } from '../entitiesByIds.ts';

export const AuthorGroup = {
  paperCount: ({ paperIds }) => paperIds.length,
  papers: ({ paperIds }, { first }, { loaders }) => firstOfKind('PAPER', paperIds, first, loaders),
  collaborators: ({ collaboratorIds }, { first }, { loaders }) =>
    firstOfKind('AUTHOR', collaboratorIds, first, loaders),
  institutions: ({ institutionIds }, { first }, { loaders }) =>
    firstOfKind('INSTITUTION', institutionIds, first, loaders),
  topics: ({ topicIds }, { first }, { loaders }) => firstOfKind('TOPIC', topicIds, first, loaders),
  venueNames: ({ venueNames }, { first }) => venueNames.slice(0, checkedPageSize(first)),
} satisfies AuthorGroupResolvers;
