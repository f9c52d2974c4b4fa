import type { Entity, EntityKind, EntityOf } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { checkedPageSize } from '../limits/argumentLimits.ts';
import type { Loaders } from '../loading/loaders.ts';

/** The entities to which ids lead, each once, in order. Ids that lead nowhere are left out. */
export const entitiesByIds = async (loaders: Loaders, ids: readonly EntityId[]): Promise<Entity[]> => {
  const found = await Promise.all(ids.map((id) => loaders.entities.load(id)));
  const byId = new Map(found.flatMap((entity) => (entity ? [[entity.id, entity] as const] : [])));
  return [...byId.values()];
};

/** The first of the entities with these ids, which are all of one kind. @throws GraphError BAD_USER_INPUT outside 0–100 */
export const firstOfKind = async <K extends EntityKind>(
  kind: K,
  ids: readonly EntityId[],
  first: number,
  loaders: Loaders,
): Promise<EntityOf<K>[]> => {
  const found = await entitiesByIds(loaders, ids.slice(0, checkedPageSize(first)));
  return found.filter((entity): entity is EntityOf<K> => entity.kind === kind);
};
