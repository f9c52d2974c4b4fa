import type { QueryResolvers, TopicResolvers } from '../../../__generated__/resolvers.ts';
import { listConnection } from '../../loading/listConnection.ts';
import { relationResolvers } from '../relations/relationFields.ts';
import { entityOfKind } from '../entity/entityOfKind.ts';
import { entityFields } from '../entity/entityFields.ts';

export const Query = {
  topic: (_, { id }, context, info) => entityOfKind('TOPIC', id, context, info),
  topics: (_, { level, ...page }, { loaders }) =>
    listConnection(loaders, 'topics', page, level ? { level } : undefined),
} satisfies QueryResolvers;

export const Topic = { ...entityFields, ...relationResolvers('TOPIC') } satisfies TopicResolvers;
