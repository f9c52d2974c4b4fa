import type { EntityResolvers, NodeResolvers, QueryResolvers } from '../../../__generated__/resolvers.ts';
import { checkedId } from '../../../graph/model/ids.ts';
import { checkedList } from '../../limits/argumentLimits.ts';
import { prefetchEntities } from '../../loading/prefetch.ts';
import { typeNames } from '../records.ts';
import { lookup } from './lookup.ts';

export const Query = {
  node: (_, { id }, context, info) => prefetchEntities(context, info)(checkedId(id, 'id')),
  nodes: (_, { ids }, context, info) => {
    const entity = prefetchEntities(context, info);
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

export const Node: NodeResolvers = { __resolveType: (node) => typeNames[node.kind] };

export const Entity: EntityResolvers = { __resolveType: (entity) => typeNames[entity.kind] };

/**
 * The same promises: GraphQL awaits each of them alone, so that one that fails is null at its index and the others
 * are answered. The generated type of a list has no place for a promise of null.
 */
const separately = <Value>(items: Promise<Value | null>[]): Promise<Value>[] => items as Promise<Value>[];
