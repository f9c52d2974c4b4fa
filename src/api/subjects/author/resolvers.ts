import type { AuthorResolvers } from '../../../__generated__/resolvers.ts';
import { requireFullEntity } from '../../loading/requireFullEntity.ts';
import { relationConnection } from '../../loading/relationConnection.ts';
import { suggestionsConnection } from '../suggestions/suggestionsConnection.ts';
import { collaborationFilter, paperFilter, suggestionFilter } from '../filters.ts';
import { entityFields } from '../entity/resolvers.ts';

export const Author = {
  ...entityFields,
  alternativeNames: requireFullEntity((author) => author.alternativeNames),
  papers: (author, { filter, ...page }, { loaders }) =>
    relationConnection(loaders, 'authorPapers', author, { ...page, filter: paperFilter(filter) }),
  collaborators: (author, { filter, ...page }, { loaders }) =>
    relationConnection(loaders, 'collaborators', author, { ...page, filter: collaborationFilter(filter) }),
  suggestedCollaborators: (author, { filter, ...page }, { loaders }) =>
    suggestionsConnection(loaders, author, { ...page, filter: suggestionFilter(filter) }),
  topics: (author, page, { loaders }) => relationConnection(loaders, 'authorTopics', author, page),
  institutions: (author, page, { loaders }) =>
    relationConnection(loaders, 'authorInstitutions', author, page),
  metrics: (author, _, { loaders }) => loaders.metrics.load(author.id),
} satisfies AuthorResolvers;
