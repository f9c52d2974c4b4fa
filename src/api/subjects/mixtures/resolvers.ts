import type { AuthorGroupResolvers } from '../../../__generated__/resolvers.ts';
import type { EntityKind, EntityOf } from '../../../graph/model/entities.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import { checkedPageSize } from '../../limits/argumentLimits.ts';
import type { Loaders } from '../../loading/loaders.ts';

/** The first of the entities with these ids, which are all of one kind. */
const firstOf = async <K extends EntityKind>(
  kind: K,
  ids: readonly EntityId[],
  first: number,
  loaders: Loaders,
): Promise<EntityOf<K>[]> => {
  const found = await Promise.all(
    ids.slice(0, checkedPageSize(first)).map((id) => loaders.entities.load(id)),
  );
  return found.filter((entity): entity is EntityOf<K> => entity?.kind === kind);
};

export const AuthorGroup = {
  paperCount: ({ paperIds }) => paperIds.length,
  papers: ({ paperIds }, { first }, { loaders }) => firstOf('PAPER', paperIds, first, loaders),
  collaborators: ({ collaboratorIds }, { first }, { loaders }) =>
    firstOf('AUTHOR', collaboratorIds, first, loaders),
  institutions: ({ institutionIds }, { first }, { loaders }) =>
    firstOf('INSTITUTION', institutionIds, first, loaders),
  topics: ({ topicIds }, { first }, { loaders }) => firstOf('TOPIC', topicIds, first, loaders),
  venueNames: ({ venueNames }, { first }) => venueNames.slice(0, checkedPageSize(first)),
} satisfies AuthorGroupResolvers;
