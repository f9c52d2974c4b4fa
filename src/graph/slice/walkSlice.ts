import type { BriefEntity, Entity } from '../model/entities.ts';
import { entityKinds, type EntityKind } from '../model/entityKinds.ts';
import { kindOf, type EntityId } from '../model/ids.ts';
import { relationKinds } from '../model/relations.ts';
import type { LinksAnswer } from '../links.ts';
import type { EgoNetwork } from '../store.ts';
import {
  joinedPage,
  neighborhoodRelations,
  neighborhoodRequests,
  type NeighborhoodPage,
} from './neighborhood.ts';
import {
  chosen,
  type SliceBounds,
  type SliceNode,
  type SliceQuestion,
  type SliceReads,
} from './sliceQuestion.ts';

/** The page that was read around one node: its first neighbors of one kind. */
interface Look {
  from: EntityId;
  kind: EntityKind;
  page: NeighborhoodPage;
}

/** The centers of a slice and their neighbors. */
interface Centered {
  centers: ReadonlyMap<EntityId, Entity>;
  around: Look[];
  /**
   * The edges between the centers and the neighbors, if they were read in the same call. The list may also contain
   * edges to entities outside of the slice.
   */
  linked?: LinksAnswer;
}

/** All nodes that a slice reaches, in order, and the neighbor pages that were read. */
interface Walk extends Pick<Centered, 'centers' | 'linked'> {
  reached: SliceNode[];
  looks: Look[];
}

/** Reads the centers and, step by step, the nodes around them. */
export const walkSlice = async (
  reads: SliceReads,
  question: SliceQuestion,
  bounds: SliceBounds,
): Promise<Walk> => {
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

/**
 * Reads a slice of one step around one center in a single read; undefined for any other slice, and if the id is not an
 * entity's own id.
 */
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

/**
 * Reads the centers and their neighbors in one read. This works for nearly all requested ids, because they are own ids
 * of entities. Centers with other identifiers, such as a DOI, are read afterwards.
 */
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

/** Reads, for each entity in order, the first neighbors of each requested kind. */
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
