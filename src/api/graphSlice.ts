import type { Entity, EntityKind } from '../graph/entities.ts';
import { badInput } from '../graph/errors.ts';
import { checkedId, type EntityId } from '../graph/ids.ts';
import type { Link } from '../graph/questions.ts';
import type { RelationKind } from '../graph/relations.ts';
import type { SliceNode } from '../graph/slice.ts';
import { checkedWithin } from './checks.ts';
import { neighborCursor } from './connections/neighborhood.ts';
import type { Loaders } from './loaders.ts';

const MOST_CENTERS = 10;
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
 * @throws GraphError BAD_USER_INPUT for other than 1–10 ids, a malformed one, a `depth` outside 0–2 and a
 *   `perKind` outside 1–50.
 */
export const graphSlice = async (loaders: Loaders, args: SliceArguments) => {
  const ids = checkedCenters(args.ids);
  const depth = checkedWithin(args.depth, 0, FARTHEST, 'depth');
  const perKind = checkedWithin(args.perKind, 1, MOST_PER_KIND, 'perKind');
  const found = await Promise.all([...ids.values()].map((id) => loaders.entities.load(id)));
  const requested = [...ids.keys()];
  const centers = new Map<EntityId, { entity: Entity; requestedId: string }>();
  for (const [index, requestedId] of requested.entries()) {
    const entity = found[index];
    if (entity && !centers.has(entity.id)) centers.set(entity.id, { entity, requestedId });
  }
  const { nodes, links, truncated, omitted } = await loaders.questions.slice({
    centers: [...centers.values()].map(({ entity }) => entity),
    depth,
    kinds: args.kinds ?? [],
    relations: args.relations ?? [],
    perKind,
  });
  const graphNode = ({ entity, distance }: SliceNode) => ({
    entity,
    distance,
    requestedId: centers.get(entity.id)?.requestedId ?? null,
  });
  return {
    nodes: nodes.map(graphNode),
    edges: links.map(graphEdge),
    truncated,
    omitted: omitted.map(({ after, ...node }) => ({ ...node, after: after && neighborCursor(after) })),
    missingIds: requested.filter((_, index) => !found[index]),
  };
};

/** As they were sent, in order and each once, with the spelling they are stored under. */
const checkedCenters = (ids: readonly string[]): Map<string, EntityId> => {
  if (ids.length < 1 || ids.length > MOST_CENTERS) {
    throw badInput('ids', `ids has ${ids.length} members; it must have 1–${MOST_CENTERS}.`);
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
