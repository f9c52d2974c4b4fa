import { NeighborsDocument, SliceDocument } from '../__generated__/graphql.ts';
import { answered, QueryFault } from './sendQuery.ts';
import { neighborCounts, type Growth, type Place } from '../mergeExpansion.ts';
import { entityKinds, type EntityKind, type Omission, type PicturedEntity, type Slice } from '../slice.ts';
import type { SliceQuestion } from './fetchSlice.ts';

/** The most nodes a picture has: as many as a slice of the server. */
export const MOST_NODES = 500;
/** How many pages of what is in the picture already are turned in search of something that is not. */
const MOST_PAGES = 8;

type Asking = Pick<SliceQuestion, 'endpoint' | 'kinds' | 'relations' | 'perKind'>;

/**
 * What taking in the next neighbors of a node adds to a slice: where something was omitted, the next `perKind` of
 * each kind from exactly where the slice stopped, else the first of each kind.
 *
 * @param only takes in neighbors of this kind alone
 * @throws QueryFault where the server does not answer, or the picture is full
 */
export const growthAround = async (
  slice: Slice,
  id: string,
  asking: Asking,
  signal: AbortSignal,
  only?: EntityKind,
): Promise<Growth> => {
  const room = MOST_NODES - slice.nodes.length;
  if (room <= 0) throw new QueryFault(`The picture is full: it has ${MOST_NODES} nodes.`);
  const omitted = slice.omitted.filter(({ nodeId, kind }) => nodeId === id && (!only || kind === only));
  const found =
    omitted.length > 0
      ? await following(slice, omitted, asking, signal, room)
      : await around(slice, id, asking, signal, room);
  const ids = [...slice.nodes.map(({ entity }) => entity.id), ...found.entities.map((entity) => entity.id)];
  const { graph } = await answered(
    asking.endpoint,
    SliceDocument,
    { ids: [...new Set(ids)], depth: 0, relations: asking.relations },
    signal,
  );
  return { around: id, ...found, edges: graph?.edges ?? [], truncated: graph?.truncated ?? false };
};

type Found = Pick<Growth, 'entities' | 'places'>;

/** The next neighbors of each kind of which some were omitted. */
const following = async (
  slice: Slice,
  omitted: readonly Omission[],
  asking: Asking,
  signal: AbortSignal,
  room: number,
): Promise<Found> => {
  const known = new Set(slice.nodes.map(({ entity }) => entity.id));
  const each = await Promise.all(omitted.map((omission) => nextPage(known, omission, asking, signal)));
  const entities: PicturedEntity[] = [];
  const places = each.map(({ kind, after, goesOn, entries }): Place => {
    const fitting = entries.slice(0, Math.max(0, room - entities.length));
    entities.push(...fitting.map(({ node }) => node));
    if (fitting.length === entries.length) return { kind, after, goesOn };
    // No room for all of them: to go on behind the last that had any.
    const before = omitted.find((omission) => omission.kind === kind)?.after ?? null;
    return { kind, after: fitting.at(-1)?.cursor ?? before, goesOn: true };
  });
  return { entities, places };
};

interface NextPage {
  kind: EntityKind;
  after: string | null;
  goesOn: boolean;
  /** What is not in the picture, each with the cursor to go on behind it. */
  entries: { cursor: string; node: PicturedEntity }[];
}

const nextPage = async (
  known: ReadonlySet<string>,
  { nodeId, kind, after: start }: Omission,
  { endpoint, relations, perKind }: Asking,
  signal: AbortSignal,
): Promise<NextPage> => {
  let after = start;
  for (let turned = 1; ; turned += 1) {
    const variables = { id: nodeId, kind, relations, first: perKind, after };
    const { node } = await answered(endpoint, NeighborsDocument, variables, signal);
    const page = node && 'neighbors' in node ? node.neighbors : undefined;
    const entries = page?.edges.filter(({ node: { id } }) => !known.has(id)) ?? [];
    after = page?.edges.at(-1)?.cursor ?? after;
    const goesOn = page?.pageInfo.hasNextPage ?? false;
    if (entries.length > 0 || !goesOn || turned === MOST_PAGES) return { kind, after, goesOn, entries };
  }
};

/** The first neighbors of a node that nobody looked around yet. */
const around = async (
  slice: Slice,
  id: string,
  { endpoint, kinds, relations, perKind }: Asking,
  signal: AbortSignal,
  room: number,
): Promise<Found> => {
  const variables = { ids: [id], depth: 1, kinds, relations, perKind };
  const { graph } = await answered(endpoint, SliceDocument, variables, signal);
  if (!graph) return { entities: [], places: [] };
  const known = new Set(slice.nodes.map(({ entity }) => entity.id));
  const fresh = graph.nodes.map(({ entity }) => entity).filter((entity) => !known.has(entity.id));
  const kindsById = new Map(graph.nodes.map(({ entity }) => [entity.id, entity.kind]));
  const inside = neighborCounts(graph.edges, kindsById);
  const left = fresh.slice(room); // what there is no room for is asked for from the beginning next time
  const places = entityKinds.flatMap((kind): Place[] => {
    const omission = graph.omitted.find((each) => each.kind === kind);
    const cut = left.some((entity) => entity.kind === kind);
    if (!omission && !cut) return [];
    const total = (omission?.count ?? 0) + (inside.get(`${kind} ${id}`) ?? 0);
    return [{ kind, after: cut ? null : (omission?.after ?? null), goesOn: true, total }];
  });
  return { entities: fresh.slice(0, room), places };
};
