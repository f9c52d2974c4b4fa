import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import type { Link } from '../../../graph/links.ts';
import { memoize } from '../../../graph/memoize.ts';
import type { RelationKind } from '../../../graph/model/relations.ts';
import { checkedSlice } from '../../../graph/slice/checkedSlice.ts';
import { partition } from '../../../graph/slice/partition.ts';
import { checkedList } from '../../../graph/checks.ts';
import { neighborCursor } from '../neighbors/neighborCursor.ts';
import type { Loaders } from '../../loading/loaders.ts';

interface SliceArguments {
  ids: readonly string[];
  depth: number;
  kinds?: readonly EntityKind[] | null;
  relations?: readonly RelationKind[] | null;
  perKind: number;
}

export type SliceRecord = Awaited<ReturnType<typeof graphSlice>>;

/**
 * The neighborhood of some entities, for drawing.
 *
 * @throws GraphError BAD_USER_INPUT in the same cases as checkedSlice, and for more than 100 `kinds` or `relations`.
 */
export const graphSlice = async (loaders: Loaders, args: SliceArguments) => {
  const { ids, depth, perKind } = checkedSlice(args);
  const slice = await loaders.slice({
    centers: [...new Set(ids.values())],
    depth,
    kinds: checkedList(args.kinds ?? [], 'kinds'),
    relations: checkedList(args.relations ?? [], 'relations'),
    perKind,
    brief: true, // for other fields that the query selects, full entities are read later
  });
  const requestedIds = new Map<EntityId, string>();
  for (const [requestedId, id] of ids) {
    const currentId = slice.centers.get(id)?.id;
    if (currentId !== undefined && !requestedIds.has(currentId)) requestedIds.set(currentId, requestedId);
  }
  return {
    nodes: slice.nodes.map(({ entity, distance }) => ({
      entity,
      distance,
      requestedId: requestedIds.get(entity.id) ?? null,
    })),
    edges: slice.links.map(graphEdge),
    truncated: slice.truncated,
    omitted: slice.omitted.map(({ after, ...node }) => ({ ...node, after: after && neighborCursor(after) })),
    missingIds: [...ids].filter(([, id]) => !slice.centers.has(id)).map(([requestedId]) => requestedId),
    links: slice.links,
    /** The clusters for a resolution. They are computed once, even if several fields need them. */
    partition: memoize((resolution: number) =>
      partition(
        slice.nodes.map(({ entity }) => entity.id),
        slice.links,
        resolution,
      ),
    ),
  };
};

const graphEdge = ({ source, target, relation, direction, edge }: Link) => ({
  key: `${relation} ${source} ${target}`,
  source,
  target,
  relation,
  direction,
  weight: edge.weight,
  firstYear: edge.firstYear,
  lastYear: edge.lastYear,
});
