import type { QueryResolvers, TopicStepResolvers } from '../../../__generated__/resolvers.ts';
import { commonConnection } from '../relations/commonConnection.ts';
import { collaborationFilter } from '../collaboration/collaborationFilter.ts';
import { collaborationPaths, topicPaths } from './paths.ts';

export const Query = {
  collaborationPaths: async (_, { filter, ...args }, { loaders }) =>
    collaborationPaths(loaders, args, collaborationFilter(filter)),
  topicPaths: (_, args, { loaders }) => topicPaths(loaders, args),
} satisfies QueryResolvers;

export const TopicStep = {
  papers: ({ from, to }, page, { loaders }) =>
    commonConnection(loaders, 'papersAboutBoth', { from: from.id, to: to.id }, page),
  authors: ({ from, to }, page, { loaders }) =>
    commonConnection(loaders, 'whoWorkOnBoth', { from: from.id, to: to.id }, page),
} satisfies TopicStepResolvers;
