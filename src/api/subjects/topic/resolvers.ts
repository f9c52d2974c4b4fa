import type { TopicResolvers } from '../../../__generated__/resolvers.ts';
import { relationConnection } from '../../loading/relationConnection.ts';
import { paperFilter } from '../filters.ts';
import { entityFields } from '../entity/resolvers.ts';

export const Topic = {
  ...entityFields,
  broader: (topic, page, { loaders }) => relationConnection(loaders, 'broader', topic, page),
  narrower: (topic, page, { loaders }) => relationConnection(loaders, 'narrower', topic, page),
  papers: (topic, { filter, ...page }, { loaders }) =>
    relationConnection(loaders, 'topicPapers', topic, { ...page, filter: paperFilter(filter) }),
  authors: (topic, page, { loaders }) => relationConnection(loaders, 'topicAuthors', topic, page),
  institutions: (topic, page, { loaders }) => relationConnection(loaders, 'topicInstitutions', topic, page),
  relatedTopics: (topic, page, { loaders }) => relationConnection(loaders, 'relatedTopics', topic, page),
} satisfies TopicResolvers;
