import type { EntityKind } from '../graph/entities.ts';
import { badInput } from '../graph/errors.ts';
import { checkedId, type EntityId } from '../graph/ids.ts';
import type { Link } from '../graph/questions.ts';
import type { RelationKind } from '../graph/relations.ts';
import { checkedWithin } from './checks.ts';
import { neighborCursor } from './connections/neighborhood.ts';
import type { Loaders } from './loaders.ts';

const MOST_CENTERS = 10;
/** Without neighbors: as many as a slice may have nodes. */
const MOST_NODES = 500;
const FARTHEST = 2;
const MOST_PER_KIND = 50;

interface SliceArguments {
  ids: readonly string[];
  depth: number;
  kinds?: readonly EntityKind[] | null;
  relations?: readonly RelationKind[] | null;
  perKind: number;
}

/**
 * A piece of the graph to draw.
 *
 * @throws GraphError BAD_USER_INPUT for other than 1–10 ids (1–500 with `depth` 0), a malformed one, a `depth` outside 0–2 and a
 *   `perKind` outside 1–50.
 */
export const graphSlice = async (loaders: Loaders, args: SliceArguments) => {
  const depth = checkedWithin(args.depth, 0, FARTHEST, 'depth');
  const ids = checkedCenters(args.ids, depth === 0 ? MOST_NODES : MOST_CENTERS);
  const perKind = checkedWithin(args.perKind, 1, MOST_PER_KIND, 'perKind');
  const slice = await loaders.questions.slice({
    centers: [...new Set(ids.values())],
    depth,
    kinds: args.kinds ?? [],
    relations: args.relations ?? [],
    perKind,
  });
  const requestedIds = new Map<EntityId, string>();
  for (const [sent, id] of ids) {
    const own = slice.centers.get(id)?.id;
    if (own !== undefined && !requestedIds.has(own)) requestedIds.set(own, sent);
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
    missingIds: [...ids].filter(([, id]) => !slice.centers.has(id)).map(([sent]) => sent),
  };
};

/** As they were sent, in order and each once, with the spelling they are stored under. */
const checkedCenters = (ids: readonly string[], most: number): Map<string, EntityId> => {
  if (ids.length < 1 || ids.length > most) {
    throw badInput('ids', `ids has ${ids.length} members; it must have 1–${most}.`);
  }
  return new Map(ids.map((id) => [id, checkedId(id, 'ids')]));
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
