import type { Entity, EntityOf } from '../../graph/model/entities.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { checkedPageSize } from '../../graph/checks.ts';
import type { Loaders } from '../loading/loaders.ts';

/** Loads the entities with these ids, in the same order and without duplicates. Ids of no entity are left out. */
export const entitiesByIds = async (loaders: Loaders, ids: readonly EntityId[]): Promise<Entity[]> => {
  const found = await Promise.all(ids.map((id) => loaders.entities.load(id)));
  const byId = new Map(found.flatMap((entity) => (entity ? [[entity.id, entity] as const] : [])));
  return [...byId.values()];
};

/**
 * Loads the first of the entities with these ids, which must all be of one kind.
 *
 * @throws GraphError BAD_USER_INPUT if `first` is not 0–100
 */
export const firstOfKind = async <K extends EntityKind>(
  kind: K,
  ids: readonly EntityId[],
  first: number,
  loaders: Loaders,
): Promise<EntityOf<K>[]> => {
  const found = await entitiesByIds(loaders, ids.slice(0, checkedPageSize(first)));
  return found.filter((entity): entity is EntityOf<K> => entity.kind === kind);
};
