import { schemeOf, type EntityId } from '../../graph/model/ids.ts';
import type { WorkingEntities, WorkingEntity } from './workingEntities.ts';

export const isDoi = (key: EntityId): boolean => schemeOf(key) === 'doi';

/** Those DOIs of a paper's record that another paper keeps, because one catalogue lists the two as different papers. */
export const claimedDois = (
  keys: readonly EntityId[],
  paper: WorkingEntity,
  entities: WorkingEntities,
): EntityId[] =>
  keys.filter((key) => {
    const owner = entities.owner(key);
    return isDoi(key) && owner !== undefined && owner !== paper;
  });
