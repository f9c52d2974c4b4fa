import type { CollaborationFilter } from '../../../graph/model/filters.ts';
import { checkedId } from '../../../graph/model/checkedId.ts';
import type { Loaders } from '../../loading/loaders.ts';
import type { Collaboration } from '../parents.ts';

/**
 * The collaboration of two authors over the joint papers that pass the filter; null if there is none, if an id is not
 * stored, or if both ids belong to one author.
 *
 * @throws GraphError BAD_USER_INPUT for an id that is malformed or not the id of an author.
 */
export const collaborationBetween = async (
  loaders: Loaders,
  ids: { from: string; to: string },
  filter: CollaborationFilter | undefined,
): Promise<Collaboration | null> => {
  const [from, to] = await Promise.all([
    loaders.entities.load(checkedId(ids.from, 'from', 'AUTHOR')),
    loaders.entities.load(checkedId(ids.to, 'to', 'AUTHOR')),
  ]);
  if (!from || !to || from.id === to.id) return null;
  const pair = { from: from.id, to: to.id };
  const edge = await loaders.collaborations(filter).load(pair);
  return edge && { ...pair, edge, filter };
};
