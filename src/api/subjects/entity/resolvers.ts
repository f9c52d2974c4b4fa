import type { EntityResolvers, NodeResolvers, QueryResolvers } from '../../../__generated__/resolvers.ts';
import { checkedId } from '../../../graph/model/checkedId.ts';
import { kinds } from '../../../graph/model/kinds.ts';
import { checkedList } from '../../../graph/checks.ts';
import { entityReader } from './prefetch.ts';
import { lookup } from './lookup.ts';

export const Query = {
  node: (_, { id }, context, info) => entityReader(context, info)(checkedId(id, 'id')),
  nodes: (_, { ids }, context, info) => {
    const entity = entityReader(context, info);
    return separately(
      checkedList(ids, 'ids').map(async (id, index) => entity(checkedId(id, `ids[${index}]`))),
    );
  },
  lookup: (_, identifier, { loaders }) => lookup(loaders, identifier, 'value'),
  lookups: (_, { identifiers }, { loaders }) =>
    separately(
      checkedList(identifiers, 'identifiers').map((identifier, index) =>
        lookup(loaders, identifier, `identifiers[${index}].value`),
      ),
    ),
} satisfies QueryResolvers;

export const Node: NodeResolvers = { __resolveType: (node) => kinds[node.kind].typeName };

export const Entity: EntityResolvers = { __resolveType: (entity) => kinds[entity.kind].typeName };

/**
 * Waits for the items of a list and returns an Error in place of each item that failed. The answer then has null at the
 * index of the failed item, and all other items. A rejected promise would have the same effect in graphql-js, but
 * graphql-jit 0.8 puts null in the wrong place. The cast is needed because the generated type of a list allows neither
 * errors nor null.
 */
const separately = async <Value>(items: Promise<Value | null>[]): Promise<Value[]> => {
  const settled = await Promise.allSettled(items);
  return settled.map((each) => (each.status === 'fulfilled' ? each.value : asError(each.reason)) as Value);
};

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));
