import type {
  CorrectionPayloadResolvers,
  CorrectionResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../../../__generated__/resolvers.ts';
import { MOST_PAPERS } from '../../../graph/corrections/checkedCorrection.ts';
import { entitiesOfCorrection } from '../../../graph/corrections/correctionsPage.ts';
import { checkedId } from '../../../graph/model/checkedId.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import { checkedList } from '../../../graph/checks.ts';
import { entitiesByIds, firstOfKind } from '../entitiesByIds.ts';
import { makeCorrection, undoCorrection } from './changeGraph.ts';
import { correctionsConnection } from './correctionsConnection.ts';

export const Query = {
  corrections: (_, page, { loaders }) => correctionsConnection(loaders, undefined, page),
} satisfies QueryResolvers;

const checkedIds = (ids: readonly string[], argument: string, most?: number): EntityId[] =>
  checkedList(ids, argument, most).map((id, index) => checkedId(id, `${argument}[${index}]`));

export const Mutation = {
  declareSame: (_, { ids, ...more }, context) =>
    makeCorrection(context, { kind: 'SAME', entityIds: checkedIds(ids, 'ids'), ...more }, 'ids'),
  declareDifferent: (_, { ids, ...more }, context) =>
    makeCorrection(context, { kind: 'DIFFERENT', entityIds: checkedIds(ids, 'ids'), ...more }, 'ids'),
  splitAuthor: (_, { authorId, paperIds, into, ...more }, context) => {
    const split = {
      kind: 'SPLIT',
      entityIds: [checkedId(authorId, 'authorId', 'AUTHOR')],
      paperIds: checkedIds(paperIds, 'paperIds', MOST_PAPERS),
      ...(typeof into === 'string' && { into: checkedId(into, 'into', 'AUTHOR') }),
      ...more,
    } as const;
    return makeCorrection(context, split, 'authorId');
  },
  renameEntity: (_, { id, ...more }, context) =>
    makeCorrection(context, { kind: 'RENAME', entityIds: [checkedId(id, 'id')], ...more }, 'id'),
  hideEntity: (_, { id, ...more }, context) =>
    makeCorrection(context, { kind: 'HIDE', entityIds: [checkedId(id, 'id')], ...more }, 'id'),
  undoCorrection: (_, { id }, context) => undoCorrection(context, id),
} satisfies MutationResolvers;

export const CorrectionPayload = {
  entities: ({ entityIds }, _, { loaders }) => entitiesByIds(loaders, entityIds),
} satisfies CorrectionPayloadResolvers;

export const Correction = {
  entities: (correction, _, { loaders }) => entitiesByIds(loaders, entitiesOfCorrection(correction)),
  papers: ({ kind, paperIds = [] }, { first }, { loaders }) =>
    kind === 'SPLIT' ? firstOfKind('PAPER', paperIds, first, loaders) : null,
} satisfies CorrectionResolvers;
