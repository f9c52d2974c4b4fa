import type { EntityId } from '../model/ids.ts';
import type { GraphReads } from '../store.ts';

/**
 * Implements GraphReads.formerIds: returns those keys of an entity that were the ids of other entities.
 *
 * @param retired returns a map with an entry for each of the given keys that was the id of an entity
 */
export const readFormerIds = async (
  ids: readonly EntityId[],
  entities: GraphReads['entities'],
  retired: (keys: readonly EntityId[]) => Promise<ReadonlyMap<EntityId, unknown>>,
): Promise<Map<EntityId, readonly EntityId[]>> => {
  const found = await entities(ids);
  const former = await retired([...new Set([...found.values()].flatMap(({ keys }) => keys))]);
  return new Map(
    [...found].map(([id, entity]) => [
      id,
      entity.keys.filter((key) => key !== entity.id && former.has(key)).sort(),
    ]),
  );
};
