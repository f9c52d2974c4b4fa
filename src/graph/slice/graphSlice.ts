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
 * A part of the graph to draw: some entities, their neighborhood, and every edge between them. It is composed of reads
 * that every store has, so that all stores return the same slice.
 */

/** The reads that a slice is composed of. */
export type SliceReads = Pick<
  GraphReads,
  'entities' | 'neighborhoods' | 'neighbors' | 'egoNetwork' | 'links'
>;

export interface SliceQuestion {
  /** Ids of entities, own ids or other identifiers, each once, in the requested order. */
  centers: readonly EntityId[];
  /** How many steps the slice reaches from the centers, 0–2. */
  depth: number;
  /** The kinds of the neighbors; empty: all kinds. */
  kinds: readonly EntityKind[];
  /** The relations to follow; empty: all relations. */
  relations: readonly RelationKind[];
  /** How many neighbors of each kind are followed, 1–50. */
  perKind: number;
  /** Whether neighbors may be brief entities. */
  brief?: boolean;
}

/** The maximum size of a slice. */
export interface SliceBounds {
  nodes: number;
  edges: number;
}
export const LARGEST_SLICE: SliceBounds = { nodes: 500, edges: 2000 };

export interface SliceNode {
  entity: BriefEntity;
  /** The number of steps from the nearest center. */
  distance: number;
}

export interface OmittedNeighbors {
  nodeId: EntityId;
  kind: EntityKind;
  /** The number of different neighbors outside the slice, at least 1. */
  count: number;
  /** The last neighbor before the first neighbor outside the slice; null if the very first one is outside. */
  after: Neighbor | null;
}

export interface Slice {
  /** The requested entities, by the requested ids. */
  centers: ReadonlyMap<EntityId, Entity>;
  /** The centers first, then the other nodes by distance, in the order in which they were reached. */
  nodes: readonly SliceNode[];
  links: readonly Link[];
  /** Whether nodes or edges are missing because the slice would be too large; the last ones are left out. */
  truncated: boolean;
  omitted: readonly OmittedNeighbors[];
}

/** The first neighbors of one kind of a node. */
interface Look {
  from: EntityId;
  kind: EntityKind;
  page: NeighborhoodPage;
}

/**
 * Reads a slice. One step around one entity is a single read. Any other slice takes at most four reads for each step,
 * one for each kind of entity, and one read of edges and counts at the end. The first reads also return the centers;
 * centers with other ids than their own need one more read.
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

/** The centers of a slice and their neighbors. */
interface Centered {
  centers: ReadonlyMap<EntityId, Entity>;
  around: Look[];
  /** The edges between them, if the same read returned them; it may return more edges. */
  linked?: LinksAnswer;
}

/** All nodes that a slice reaches, in order, and the neighbor pages that were read. */
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
    // Nodes after the maximum are left out, so their neighbors are not needed.
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

/** Reads a slice of one step around one center in a single read; undefined if it is another slice, or not an own id. */
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

/** Reads the centers together with their neighbors, because nearly every requested id is an own id. */
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

/** Reads the first neighbors of each requested kind, for each entity in order. */
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

/** The neighbors of each node, by the node and the kind of the neighbors. */
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

/** The selected items in the order of `all`; all items if none is selected. */
const chosen = <Item>(all: readonly Item[], asked: readonly Item[]): readonly Item[] =>
  asked.length === 0 ? all : all.filter((item) => asked.includes(item));
