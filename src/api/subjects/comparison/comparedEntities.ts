import { badInput } from '../../../graph/errors.ts';
import { checkedId } from '../../../graph/model/checkedId.ts';
import { kindOf } from '../../../graph/model/ids.ts';
import type { Loaders } from '../../loading/loaders.ts';
import type { Comparison } from '../parents.ts';

const COMPARED = 2;

/**
 * The two entities of a comparison; null if one of them is not stored.
 *
 * @throws GraphError BAD_USER_INPUT unless there are two ids, and for a malformed id, ids of two kinds, and two ids of
 *   one entity.
 */
export const comparedEntities = async (
  loaders: Loaders,
  ids: readonly string[],
): Promise<Comparison | null> => {
  if (ids.length !== COMPARED) {
    throw badInput('ids', `ids has ${ids.length} members; it must have ${COMPARED}.`);
  }
  const checkedIds = ids.map((id, index) => checkedId(id, `ids[${index}]`));
  const kinds = [...new Set(checkedIds.map(kindOf))];
  if (kinds.length > 1) {
    throw badInput(
      'ids',
      `The argument "ids" has ids of the kinds ${kinds.join(' and ')}; give two ids of one kind.`,
    );
  }
  const [first, second] = await Promise.all(checkedIds.map((id) => loaders.entities.load(id)));
  if (!first || !second) return null;
  if (first.id === second.id) {
    throw badInput('ids', `Both ids lead to ${first.id}; give ids of two different entities.`);
  }
  return { entities: [first, second] };
};
