import { entityKinds, type BriefEntity, type Entity, type EntityKind } from '../model/entities.ts';
import { kindOf, type EntityId } from '../model/ids.ts';
import {
  joinedPage,
  neighborhoodRelations,
  neighborhoodRequests,
  type Neighbor,
  type NeighborhoodPage,
} from './neighborhood.ts';
import type { Link, LinksAnswer } from '../links.ts';
import { relationKinds, type RelationKind } from '../model/relations.ts';
import type { GraphReads, EgoNetwork } from '../store.ts';

/*
 * A piece of the graph to draw: some entities, what is near them, and every edge among these. Composed of reads
 * any store has, so that all stores cut alike.
 */

/** So much of a store is needed. */
export type SliceReads = Pick<
  GraphReads,
  'entities' | 'neighborhoods' | 'neighbors' | 'egoNetwork' | 'links'
>;

export interface SliceQuestion {
  /** Any ids of entities, each once, in the order asked. */
  centers: readonly EntityId[];
  /** 0–2 steps. */
  depth: number;
  /** Of the neighbors; empty: of any. */
  kinds: readonly EntityKind[];
  /** Empty: along any. */
  relations: readonly RelationKind[];
  /** 1–50 neighbors of a kind. */
  perKind: number;
  /** Whether brief neighbors will do. */
  brief?: boolean;
}

/** How large a slice may be. */
export interface SliceBounds {
  nodes: number;
  edges: number;
}
export const LARGEST_SLICE: SliceBounds = { nodes: 500, edges: 2000 };

export interface SliceNode {
  entity: BriefEntity;
  /** Steps from the nearest center. */
  distance: number;
}

export interface OmittedNeighbors {
  nodeId: EntityId;
  kind: EntityKind;
  /** Different neighbors outside the slice, at least 1. */
  count: number;
  /** The last neighbor before the first that is outside; null where the first one is. */
  after: Neighbor | null;
}

export interface Slice {
  /** The entities that were asked for, by the ids they were asked for by. */
  centers: ReadonlyMap<EntityId, Entity>;
  /** Centers, then by distance, then as reached. */
  nodes: readonly SliceNode[];
  links: readonly Link[];
  /** Whether something was cut, the last in order. */
  truncated: boolean;
  omitted: readonly OmittedNeighbors[];
}

/** The first neighbors of one kind of a node, as the walk met them. */
interface Look {
  from: EntityId;
  kind: EntityKind;
  page: NeighborhoodPage;
}

/**
 * The slice that a question asks for. One step around one entity is one read. All else takes at most four reads of
 * neighbors a step, one for each kind of entity to go on from, the first of which bring the centers along, and one
 * read of edges and counts at the end; and one of the centers that are asked for by other ids than their own or not
 * to be gone on from.
 */
export const graphSlice = async (
  reads: SliceReads,
  question: SliceQuestion,
  bounds: SliceBounds = LARGEST_SLICE,
): Promise<Slice> => {
  const { centers, reached, looks, linked } = await walked(reads, question, bounds);
  const nodes = reached.slice(0, bounds.nodes);
  const inside = new Set(nodes.map(({ entity }) => entity.id));
  const lookedFrom = [...new Set(looks.map(({ from }) => from))].filter((id) => inside.has(id));
  const { links, counts } = linked
    ? { ...linked, links: linked.links.filter((link) => inside.has(link.source) && inside.has(link.target)) }
    : await linksAmong(reads, [...inside], question, lookedFrom);
  const known = neighborsByKind(links);
  const outside = new Map(
    counts.map(({ id, kind, count }) => [look(id, kind), count - (known.get(look(id, kind))?.size ?? 0)]),
  );
  return {
    centers,
    nodes,
    links: links.slice(0, bounds.edges),
    truncated: reached.length > bounds.nodes || links.length > bounds.edges,
    omitted: looks.flatMap(({ from, kind, page }) => {
      const count = (inside.has(from) && outside.get(look(from, kind))) || 0;
      return count > 0 ? [{ nodeId: from, kind, count, after: stoppedAt(page, inside) }] : [];
    }),
  };
};

const linksAmong = (
  reads: SliceReads,
  ids: readonly EntityId[],
  { relations }: SliceQuestion,
  counted: readonly EntityId[],
): Promise<LinksAnswer> =>
  ids.length === 0
    ? Promise.resolve({ links: [], counts: [] })
    : reads.links(ids, chosen(relationKinds, relations), counted);

/** The centers of a question, and what is around them. */
interface Centered {
  centers: ReadonlyMap<EntityId, Entity>;
  around: Look[];
  /** The edges among all of these, and maybe more, where they came along. */
  linked?: LinksAnswer;
}

/** Everything a question reaches, in order, and what was looked at on the way. */
interface Walk extends Pick<Centered, 'centers' | 'linked'> {
  reached: SliceNode[];
  looks: Look[];
}

const walked = async (reads: SliceReads, question: SliceQuestion, bounds: SliceBounds): Promise<Walk> => {
  const { centers, around, linked } =
    (await oneCentered(reads, question)) ?? (await centered(reads, question));
  const reached: SliceNode[] = [];
  const seen = new Set<EntityId>();
  const reach = (entity: BriefEntity, distance: number): void => {
    if (seen.has(entity.id)) return;
    seen.add(entity.id);
    reached.push({ entity, distance });
  };
  for (const entity of centers.values()) reach(entity, 0);
  const looks: Look[] = [];
  let start = 0;
  for (let distance = 1; distance <= question.depth; distance += 1) {
    // What comes after the most there may be is cut, so nobody needs to know what is behind it.
    const last = reached.slice(start, bounds.nodes).map(({ entity }) => entity.id);
    start = reached.length;
    for (const each of distance === 1
      ? around
      : await lookedAround(reads.neighbors.bind(reads), last, question)) {
      looks.push(each);
      for (const { node } of each.page.entries) reach(node, distance);
    }
  }
  return { centers, reached, looks, ...(linked && { linked }) };
};

/** One center that is to be gone on from by one step, with all there is to know; by its own id only. */
const oneCentered = async (reads: SliceReads, question: SliceQuestion): Promise<Centered | undefined> => {
  const [id, ...others] = question.centers;
  if (id === undefined || others.length > 0 || question.depth !== 1) return undefined;
  let found: EgoNetwork | undefined;
  const around = await lookedAround(
    async (_, requests) => {
      found = await reads.egoNetwork(id, requests, chosen(relationKinds, question.relations));
      return new Map(found ? [[id, found.pages]] : []);
    },
    [id],
    question,
  );
  return found && { centers: new Map([[id, found.entity]]), around, linked: found };
};

/** The centers and what is around them, read together: nearly every id that is asked for is an own one. */
const centered = async (reads: SliceReads, question: SliceQuestion): Promise<Centered> => {
  const asked = question.centers;
  const found = new Map<EntityId, Entity>();
  const looks: Look[] = [];
  const lookFrom = async (ids: readonly EntityId[], read: NeighborsRead): Promise<void> => {
    if (question.depth > 0 && ids.length > 0) looks.push(...(await lookedAround(read, ids, question)));
  };
  await lookFrom(asked, async (ids, requests) => {
    const neighborhoods = await reads.neighborhoods(ids, requests);
    for (const [id, { entity }] of neighborhoods) found.set(id, entity);
    return new Map(Array.from(neighborhoods, ([id, { pages }]) => [id, pages]));
  });
  const others = asked.filter((id) => !found.has(id));
  if (others.length > 0) for (const [id, entity] of await reads.entities(others)) found.set(id, entity);
  const centers = new Map<EntityId, Entity>();
  for (const id of asked) {
    const entity = found.get(id);
    if (entity) centers.set(id, entity);
  }
  const own = [...new Set(Array.from(centers.values(), ({ id }) => id))];
  await lookFrom(
    own.filter((id) => !asked.includes(id)),
    reads.neighbors.bind(reads),
  );
  return { centers, around: own.flatMap((id) => looks.filter(({ from }) => from === id)) };
};

type NeighborsRead = SliceReads['neighbors'];

/** The first neighbors of each kind asked for, of each entity in order. */
const lookedAround = async (
  read: NeighborsRead,
  ids: readonly EntityId[],
  question: SliceQuestion,
): Promise<Look[]> => {
  const looks = await Promise.all(
    entityKinds.map((kind) =>
      looksOfKind(
        read,
        kind,
        ids.filter((id) => kindOf(id) === kind),
        question,
      ),
    ),
  );
  const ofEntity = new Map(looks.flatMap((each) => [...each]));
  return ids.flatMap((id) => ofEntity.get(id) ?? []);
};

const looksOfKind = async (
  read: NeighborsRead,
  from: EntityKind,
  ids: readonly EntityId[],
  { kinds, relations, perKind, brief = false }: SliceQuestion,
): Promise<Map<EntityId, Look[]>> => {
  const page = { first: perKind, count: false, brief };
  const joined = chosen(entityKinds, kinds)
    .map((kind) => ({ kind, along: neighborhoodRelations(from, [kind], relations) }))
    .filter(({ along }) => along.length > 0);
  if (ids.length === 0 || joined.length === 0) return new Map();
  const found = await read(
    ids,
    joined.flatMap(({ along }) => neighborhoodRequests(along, page)),
  );
  const looksFrom = (id: EntityId): Look[] => {
    const left = [...(found.get(id) ?? [])];
    return joined.map(({ kind, along }) => {
      return { from: id, kind, page: joinedPage(along, left.splice(0, along.length), page) };
    });
  };
  return new Map(ids.map((id) => [id, looksFrom(id)]));
};

/** Who stands at the other ends of a node's edges, by the node and their kind. */
const neighborsByKind = (links: readonly Link[]): Map<string, Set<EntityId>> => {
  const known = new Map<string, Set<EntityId>>();
  const add = (from: EntityId, to: EntityId): void => {
    const key = look(from, kindOf(to));
    known.set(key, (known.get(key) ?? new Set()).add(to));
  };
  for (const { source, target } of links) {
    add(source, target);
    add(target, source);
  }
  return known;
};

const look = (from: EntityId, kind: EntityKind): string => `${kind} ${from}`;

const stoppedAt = ({ entries }: NeighborhoodPage, inside: ReadonlySet<EntityId>): Neighbor | null => {
  const cut = entries.findIndex(({ node }) => !inside.has(node.id));
  return entries.slice(0, cut === -1 ? undefined : cut).at(-1) ?? null;
};

/** Those asked for, in the order of all; all of them where none is asked for. */
const chosen = <Item>(all: readonly Item[], asked: readonly Item[]): readonly Item[] =>
  asked.length === 0 ? all : all.filter((item) => asked.includes(item));
