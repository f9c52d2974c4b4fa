import type { GraphQLResolveInfo } from 'graphql';
import type { QueryResolvers } from '../../__generated__/resolvers.ts';
import type { EntityKind, EntityOf } from '../../graph/model/entities.ts';
import { checkedId } from '../../graph/model/ids.ts';
import { prefetchEntities } from '../loading/prefetch.ts';
import { checkedList } from '../limits/argumentLimits.ts';
import { completions, searchConnection } from './search/searchConnection.ts';
import { listConnection } from '../loading/listConnection.ts';
import { authorFilter, collaborationFilter, institutionFilter, paperFilter, topicFilter } from './filters.ts';
import type { RequestContext } from '../execution/requestContext.ts';
import { graphSlice } from './slice/graphSlice.ts';
import { lookup } from './entity/lookup.ts';
import { collaborationPaths, topicPaths } from './paths/paths.ts';
import type { Collaboration } from './records.ts';

export const Query = {
  node: (_, { id }, context, info) => prefetchEntities(context, info)(checkedId(id, 'id')),
  nodes: (_, { ids }, context, info) => {
    const entity = prefetchEntities(context, info);
    return eachAlone(
      checkedList(ids, 'ids').map(async (id, index) => entity(checkedId(id, `ids[${index}]`))),
    );
  },
  author: (_, { id }, context, info) => entityOf(id, 'AUTHOR', context, info),
  paper: (_, { id }, context, info) => entityOf(id, 'PAPER', context, info),
  topic: (_, { id }, context, info) => entityOf(id, 'TOPIC', context, info),
  institution: (_, { id }, context, info) => entityOf(id, 'INSTITUTION', context, info),
  lookup: (_, identifier, { loaders }) => lookup(loaders, identifier, 'value'),
  lookups: (_, { identifiers }, { loaders }) =>
    eachAlone(
      checkedList(identifiers, 'identifiers').map((identifier, index) =>
        lookup(loaders, identifier, `identifiers[${index}].value`),
      ),
    ),
  search: (_, args, { loaders }) => searchConnection(loaders, args),
  autocomplete: (_, args, { loaders }) => completions(loaders, args),
  authors: (_, { filter, ...page }, { loaders }) =>
    listConnection(loaders, 'authors', page, authorFilter(filter)),
  papers: (_, { filter, ...page }, { loaders }) =>
    listConnection(loaders, 'papers', page, paperFilter(filter)),
  topics: (_, { level, ...page }, { loaders }) => listConnection(loaders, 'topics', page, topicFilter(level)),
  institutions: (_, { filter, ...page }, { loaders }) =>
    listConnection(loaders, 'institutions', page, institutionFilter(filter)),
  collaboration: async (_, { from, to, filter }, { loaders }): Promise<Collaboration | null> => {
    const passing = collaborationFilter(filter);
    const ends = await Promise.all([
      loaders.entities.load(checkedId(from, 'from', 'AUTHOR')),
      loaders.entities.load(checkedId(to, 'to', 'AUTHOR')),
    ]);
    const [one, other] = ends;
    if (!one || !other || one.id === other.id) return null;
    const pair = { from: one.id, to: other.id };
    const edge = await loaders.collaborations(passing).load(pair);
    return edge && { ...pair, edge, filter: passing };
  },
  graph: (_, args, { loaders }) => graphSlice(loaders, args),
  collaborationPaths: async (_, { filter, ...args }, { loaders }) =>
    collaborationPaths(loaders, args, collaborationFilter(filter)),
  topicPaths: (_, args, { loaders }) => topicPaths(loaders, args),
  statistics: (_parent, _arguments, { loaders }) => loaders.statistics(),
} satisfies QueryResolvers;

/** The entity of a kind by a caller's id; null where there is none. */
const entityOf = async <K extends EntityKind>(
  id: string,
  kind: K,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<EntityOf<K> | null> => {
  const entity = await prefetchEntities(context, info)(checkedId(id, 'id', kind));
  return entity as EntityOf<K> | null; // an id's first word is the kind of what it names
};

/** One promise an item, so that one that fails is null at its place. The generated type knows no promise of null. */
const eachAlone = <Value>(items: Promise<Value | null>[]): Promise<Value>[] => items as Promise<Value>[];
