import type { TopicStepResolvers } from '../../../__generated__/resolvers.ts';
import type { Pair } from '../../../graph/store.ts';
import { commonConnection } from '../../loading/commonConnection.ts';
import type { TopicStep as Step } from '../records.ts';

const pairOf = ({ from, to }: Step): Pair => ({ from: from.id, to: to.id });

export const TopicStep = {
  papers: (step, page, { loaders }) => commonConnection(loaders, 'papersAboutBoth', pairOf(step), page),
  authors: (step, page, { loaders }) => commonConnection(loaders, 'whoWorkOnBoth', pairOf(step), page),
} satisfies TopicStepResolvers;
