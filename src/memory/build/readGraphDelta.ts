import type { LoggedChanges } from '../../graph/changeLog.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import { kindRow, namedKinds, perKind, type NamedKind } from '../../graph/model/kinds.ts';
import { relationRow, relationsFrom, type RelationName } from '../../graph/model/relations.ts';
import { targetsOf } from '../algorithms/adjacency.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import type {
  ChangedAffiliation,
  ChangedEdge,
  ChangedNamed,
  ChangedPaper,
  GraphDelta,
  Mentions,
  ReadRelationKind,
} from './graphDelta.ts';
import { paperDifferences } from './paperDifferences.ts';
import { shownAgain } from './shownAgain.ts';

/** Reads entities and edges from one state of a store. */
export interface ChangeReader {
  /** Reads the papers with these ids; ids that are not stored are left out. */
  papers(ids: readonly EntityId[]): Promise<readonly ChangedPaper[]>;
  /** Reads the entities with these ids; ids that are not stored are left out. */
  named(kind: NamedKind, ids: readonly EntityId[]): Promise<readonly ChangedNamed[]>;
  /**
   * Reads all edges that begin or end at these papers, and all BROADER edges that begin or end at these topics. Returns
   * each edge once.
   */
  edges(ids: readonly EntityId[]): Promise<Readonly<Record<ReadRelationKind, readonly ChangedEdge[]>>>;
  affiliations(paperIds: readonly EntityId[]): Promise<readonly ChangedAffiliation[]>;
  /**
   * Returns those of the given entities that corrections hide (see StoreSession.keptPapersOf). Missing in a store that
   * cannot hide entities.
   */
  hidden?(ids: readonly EntityId[]): Promise<ReadonlySet<EntityId>>;
  /**
   * Reads the edges and affiliations from papers to those of the given entities that are institutions or topics. The
   * ids of papers that are not in the old graph may be wrong in the result. Missing in a store that cannot hide
   * entities.
   */
  mentions?(ids: readonly EntityId[]): Promise<Mentions>;
}

/** If more than this fraction of the nodes changed, the graph is built anew, because an update would take as long. */
const LARGEST_PART = 0.05;
/** If at most this many entities changed, the graph is always updated. */
const SMALL = 100;

/**
 * Reads from the store what is needed to update a graph:
 * - the entities that imports changed;
 * - the papers of removed entities, because these papers now refer to other entities; not the papers of hidden
 *   entities;
 * - the edges and affiliations from papers to institutions and topics that are shown again;
 * - all neighbors of changed papers, because the names of authors follow from papers, and entities without papers are
 *   removed.
 *
 * Papers that are the same as in the graph are left out.
 *
 * @param changes what imports changed since the graph was read
 * @returns undefined if the change is too large
 */
export const readGraphDelta = async (
  graph: MemoryGraph,
  { ids: changed, removed, ...state }: LoggedChanges,
  reader: ChangeReader,
): Promise<GraphDelta | undefined> => {
  const isTooLarge = (count: number): boolean => count > Math.max(LARGEST_PART * graph.ids.length, SMALL);
  if (isTooLarge(changed.length)) return undefined;
  const byKind = byKindOf(changed);
  const changedNamed = namedKinds.flatMap((kind) => byKind[kind]);
  const named = await readNamed(reader, changedNamed);
  const stored = new Set(named.map(({ id }) => id));
  const gone = [...removed, ...changedNamed.filter((id) => !stored.has(id))];
  const hidden = (await reader.hidden?.(gone)) ?? new Set();
  const papersOfGone = gone.filter((id) => !hidden.has(id)).flatMap((id) => oldPapers(graph, id));
  const paperIds = [...new Set([...byKind.PAPER, ...papersOfGone])];
  if (isTooLarge(paperIds.length)) return undefined;
  const { papers, edges, affiliations, around } = await readPapers(graph, reader, paperIds, byKind.TOPIC);
  const differences = paperDifferences(graph, papers, edges, affiliations);
  const isSame = (id: EntityId): boolean => differences.get(id)?.size === 0;
  const otherPapers = paperIds.filter((id) => !isSame(id));
  const ids = new Set([...changedNamed, ...otherPapers]);
  const further = [...around].filter((id) => !ids.has(id) && kindOf(id) !== 'PAPER');
  named.push(...(await readNamed(reader, further)));
  for (const id of further) ids.add(id);
  const edgesOf = new Set([...otherPapers, ...byKind.TOPIC]);
  const shown = await readShownAgain(graph, reader, named, edgesOf);
  return {
    ...state,
    ids,
    papers: papers.filter(({ id }) => !isSame(id)),
    differences,
    named,
    records: new Set([...ids, ...paperIds, ...around]),
    edgesOf,
    toggled: new Set([...hidden, ...shown.ids]),
    edges: withMore(edgesOfPapers(new Set(otherPapers), edges), shown.edges),
    affiliations: [...affiliations.filter(({ paper }) => edgesOf.has(paper)), ...shown.affiliations],
  };
};

const readNamed = async (reader: ChangeReader, ids: readonly EntityId[]): Promise<ChangedNamed[]> => {
  const byKind = byKindOf(ids);
  const named: ChangedNamed[] = [];
  for (const kind of namedKinds) named.push(...(await reader.named(kind, byKind[kind])));
  return named;
};

/** Reads papers with all their edges, and the BROADER edges of topics. */
const readPapers = async (
  graph: MemoryGraph,
  reader: ChangeReader,
  paperIds: readonly EntityId[],
  topicIds: readonly EntityId[],
) => {
  const papers = await reader.papers(paperIds);
  const edges = await reader.edges([...paperIds, ...topicIds]);
  const affiliations = await reader.affiliations(paperIds);
  /** The neighbors of the papers, before and after the change. */
  const around = new Set(paperIds.flatMap((id) => oldNeighbors(graph, id)));
  for (const { source, target } of Object.values(edges).flat()) around.add(source).add(target);
  for (const { author, institution } of affiliations) around.add(author).add(institution);
  return { papers, edges, affiliations, around };
};

/**
 * Finds the institutions and topics that are shown again, and reads the edges to them from papers that were not read
 * again.
 */
const readShownAgain = async (
  graph: MemoryGraph,
  reader: ChangeReader,
  named: readonly ChangedNamed[],
  edgesOf: ReadonlySet<EntityId>,
): ReturnType<typeof shownAgain> => {
  const added = named.map(({ id }) => id).filter((id) => graph.nodeOfId(id) === undefined);
  const mentions = (await reader.mentions?.(added)) ?? { edges: {}, affiliations: [] };
  return shownAgain(graph, mentions, edgesOf);
};

/** Returns the edges that begin or end at the given papers, and all edges between topics. */
const edgesOfPapers = (ids: ReadonlySet<EntityId>, edges: GraphDelta['edges']): GraphDelta['edges'] => {
  const kept: Partial<Record<string, readonly ChangedEdge[]>> = {};
  for (const [kind, list] of Object.entries(edges))
    kept[kind] =
      kind === 'BROADER' ? list : list.filter(({ source, target }) => ids.has(source) || ids.has(target));
  return kept as GraphDelta['edges'];
};

const withMore = (edges: GraphDelta['edges'], more: Mentions['edges']): GraphDelta['edges'] => {
  const all: Partial<Record<string, readonly ChangedEdge[]>> = { ...edges };
  for (const [kind, list] of Object.entries(more)) all[kind] = [...(all[kind] ?? []), ...list];
  return all as GraphDelta['edges'];
};

const byKindOf = (ids: readonly EntityId[]): Record<EntityKind, EntityId[]> => {
  const groups = perKind((): EntityId[] => []);
  for (const id of new Set(ids)) groups[kindOf(id)].push(id);
  return groups;
};

const oldPapers = (graph: MemoryGraph, id: EntityId): EntityId[] => {
  const { papersAlong } = kindRow(kindOf(id));
  return papersAlong === null ? [] : neighborsOf(graph, id, papersAlong);
};

/** The stored relations of papers. */
const aroundPapers = relationsFrom('PAPER').filter((name) => !relationRow(name).derivation);

const oldNeighbors = (graph: MemoryGraph, paper: EntityId): EntityId[] =>
  aroundPapers.flatMap((relation) => neighborsOf(graph, paper, relation));

const neighborsOf = (graph: MemoryGraph, id: EntityId, relation: RelationName): EntityId[] => {
  const node = graph.nodeOfId(id);
  if (node === undefined) return [];
  return Array.from(targetsOf(graph.rows[relation], node), (target) => graph.ids[target] ?? '');
};
