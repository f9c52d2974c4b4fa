import { NeighborsDocument, SliceDocument } from '../__generated__/graphql.ts';
import { neighborCounts, type Expansion, type ExpansionStep, type ListPosition } from '../mergeExpansion.ts';
import { entityKinds, type EntityKind, type Omission, type PicturedEntity, type Slice } from '../slice.ts';
import type { SliceRequest } from './fetchSlice.ts';
import { QueryError, sendQuery } from './sendQuery.ts';

/** The maximum number of nodes of a slice, as on the server. */
export const MAX_NODES = 500;
/** The maximum number of pages of a list that are read to find a neighbor that is not in the slice yet. */
const MAX_PAGES = 8;

type ExpansionRequest = Pick<SliceRequest, 'endpoint' | 'relations' | 'perKind'>;

/**
 * Fetches the next neighbors of a node that are not in the slice yet, up to `perKind` of each kind.
 *
 * @param unreadKinds the kinds whose neighbors were never fetched: their lists are read from the beginning
 * @throws QueryError if the server does not answer, or the slice already has MAX_NODES nodes
 */
export const fetchExpansion = async (
  slice: Slice,
  { nodeId, kinds }: ExpansionStep,
  unreadKinds: readonly EntityKind[],
  request: ExpansionRequest,
  signal: AbortSignal,
): Promise<Expansion> => {
  const room = MAX_NODES - slice.nodes.length;
  if (room <= 0) throw new QueryError(`The graph is full: it has ${MAX_NODES} nodes.`);
  const omitted = slice.omitted.filter(
    (omission) => omission.nodeId === nodeId && kinds.includes(omission.kind),
  );
  const next = await fetchNextNeighbors(slice, omitted, request, signal, room);
  const first =
    unreadKinds.length > 0
      ? await fetchFirstNeighbors(
          slice,
          nodeId,
          { ...request, kinds: unreadKinds },
          signal,
          room - next.entities.length,
        )
      : { entities: [], positions: [] };
  const neighbors = {
    entities: [...next.entities, ...first.entities],
    positions: [...next.positions, ...first.positions],
  };
  const ids = [...slice.nodes.map(({ entity }) => entity.id), ...neighbors.entities.map(({ id }) => id)];
  const { graph } = await sendQuery(
    request.endpoint,
    SliceDocument,
    { ids: [...new Set(ids)], depth: 0, relations: request.relations },
    signal,
  );
  const { edges = [], clusters = null, truncated = false } = graph ?? {};
  return { nodeId, ...neighbors, edges, clusters, truncated };
};

type NewNeighbors = Pick<Expansion, 'entities' | 'positions'>;

const fetchNextNeighbors = async (
  slice: Slice,
  omitted: readonly Omission[],
  request: ExpansionRequest,
  signal: AbortSignal,
  room: number,
): Promise<NewNeighbors> => {
  const existingIds = new Set(slice.nodes.map(({ entity }) => entity.id));
  const pages = await Promise.all(
    omitted.map((omission) => fetchNextPage(existingIds, omission, request, signal)),
  );
  const entities: PicturedEntity[] = [];
  const positions = pages.map(({ kind, after, hasMore, entries }): ListPosition => {
    const accepted = entries.slice(0, Math.max(0, room - entities.length));
    entities.push(...accepted.map(({ node }) => node));
    if (accepted.length === entries.length) return { kind, after, hasMore };
    // Not all entries fit: the next expansion continues after the last entry that fits.
    const start = omitted.find((omission) => omission.kind === kind)?.after ?? null;
    return { kind, after: accepted.at(-1)?.cursor ?? start, hasMore: true };
  });
  return { entities, positions };
};

interface NextPage extends ListPosition {
  /** The neighbors that are not in the slice yet, each with its cursor. */
  entries: { cursor: string; node: PicturedEntity }[];
}

const fetchNextPage = async (
  existingIds: ReadonlySet<string>,
  { nodeId, kind, after: start }: Omission,
  { endpoint, relations, perKind }: ExpansionRequest,
  signal: AbortSignal,
): Promise<NextPage> => {
  let after = start;
  for (let pageCount = 1; ; pageCount += 1) {
    const variables = { id: nodeId, kind, relations, first: perKind, after };
    const { node } = await sendQuery(endpoint, NeighborsDocument, variables, signal);
    const page = node && 'neighbors' in node ? node.neighbors : undefined;
    const entries = page?.edges.filter(({ node: { id } }) => !existingIds.has(id)) ?? [];
    after = page?.edges.at(-1)?.cursor ?? after;
    const hasMore = page?.pageInfo.hasNextPage ?? false;
    if (entries.length > 0 || !hasMore || pageCount === MAX_PAGES) return { kind, after, hasMore, entries };
  }
};

const fetchFirstNeighbors = async (
  slice: Slice,
  id: string,
  { endpoint, kinds, relations, perKind }: ExpansionRequest & Pick<SliceRequest, 'kinds'>,
  signal: AbortSignal,
  room: number,
): Promise<NewNeighbors> => {
  const variables = { ids: [id], depth: 1, kinds, relations, perKind };
  const { graph } = await sendQuery(endpoint, SliceDocument, variables, signal);
  if (!graph) return { entities: [], positions: [] };
  const existingIds = new Set(slice.nodes.map(({ entity }) => entity.id));
  const newEntities = graph.nodes.map(({ entity }) => entity).filter((entity) => !existingIds.has(entity.id));
  const kindsById = new Map(graph.nodes.map(({ entity }) => [entity.id, entity.kind]));
  const counts = neighborCounts(graph.edges, kindsById);
  const rejected = newEntities.slice(room);
  const positions = entityKinds.flatMap((kind): ListPosition[] => {
    const omission = graph.omitted.find((each) => each.kind === kind);
    const isCut = rejected.some((entity) => entity.kind === kind);
    if (!omission && !isCut) return [];
    const total = (omission?.count ?? 0) + (counts.get(`${kind} ${id}`) ?? 0);
    // If not all neighbors fit, the next expansion reads the list from the beginning again.
    return [{ kind, after: isCut ? null : (omission?.after ?? null), hasMore: true, total }];
  });
  return { entities: newEntities.slice(0, room), positions };
};
