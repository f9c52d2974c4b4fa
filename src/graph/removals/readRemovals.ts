import type { EntityId } from '../model/ids.ts';
import type { GraphReads } from '../store.ts';
import type { Removal } from './removal.ts';

/**
 * Implements GraphReads.removals.
 *
 * @param tombstones returns the texts of the tombstones of the given ids
 */
export const readRemovals = async (
  ids: readonly EntityId[],
  entities: GraphReads['entities'],
  tombstones: (ids: readonly EntityId[]) => Promise<ReadonlyMap<EntityId, string>>,
): Promise<Map<EntityId, Removal>> => {
  const found = await entities(ids);
  const texts = await tombstones(ids.filter((id) => !found.has(id)));
  return new Map([...texts].map(([id, text]) => [id, JSON.parse(text) as Removal]));
};
