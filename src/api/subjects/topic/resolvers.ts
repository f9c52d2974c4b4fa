import type { QueryResolvers, TopicResolvers } from '../../../__generated__/resolvers.ts';
import { listConnection } from '../../loading/listConnection.ts';
import { relationConnection } from '../../loading/relationConnection.ts';
import { countedEdge } from '../countedEdge.ts';
import { entityOfKind } from '../entity/entityById.ts';
import { entityFields } from '../entity/entityFields.ts';
import { paperFilter } from '../paper/paperFilter.ts';

export const Query = {
  topic: (_, { id }, context, info) => entityOfKind('TOPIC', id, context, info),
  topics: (_, { level, ...page }, { loaders }) =>
    listConnection(loaders, 'topics', page, level ? { level } : undefined),
} satisfies QueryResolvers;

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

export {
  countedEdge as RelatedTopicEdge,
  countedEdge as TopicAuthorEdge,
  countedEdge as TopicInstitutionEdge,
};
