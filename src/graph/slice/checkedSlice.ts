import { checkedWithin } from '../checks.ts';
import { badInput } from '../errors.ts';
import { checkedId } from '../model/checkedId.ts';
import type { EntityId } from '../model/ids.ts';

const MOST_CENTERS = 10;
/** The maximum number of ids with depth 0, which is also the maximum number of nodes of a slice. */
const MOST_NODES = 500;
const FARTHEST = 2;
const MOST_PER_KIND = 50;

interface SliceExtent {
  ids: readonly string[];
  depth: number;
  perKind: number;
}

/**
 * Validates the arguments of a slice. `ids` of the result is a map from the ids that were sent, in order and each once,
 * to their stored spelling.
 *
 * @throws GraphError BAD_USER_INPUT unless there are 1–10 ids (1–500 with `depth` 0), all well-formed, `depth` is 0–2
 *   and `perKind` is 1–50.
 */
export const checkedSlice = ({ ids, depth, perKind }: SliceExtent) => {
  const most = depth === 0 ? MOST_NODES : MOST_CENTERS;
  if (ids.length < 1 || ids.length > most) {
    throw badInput('ids', `ids has ${ids.length} members; it must have 1–${most}.`);
  }
  return {
    ids: new Map<string, EntityId>(ids.map((id) => [id, checkedId(id, 'ids')])),
    depth: checkedWithin(depth, 0, FARTHEST, 'depth'),
    perKind: checkedWithin(perKind, 1, MOST_PER_KIND, 'perKind'),
  };
};
