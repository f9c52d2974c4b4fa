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
  Mentions,
  ReadRelationKind,
} from './changedParts.ts';
import { paperDifferences, type PaperPart } from './paperDifferences.ts';
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
  /** Those of the entities that the store hides (see StoreSession.keptPapersOf). Only of a store that can do so. */
  hidden?(ids: readonly EntityId[]): Promise<ReadonlySet<EntityId>>;
  /**
   * Reads what leads from papers to those of the entities that are institutions or topics. A paper that the graph before
   * the update does not have may have another id in the result. Only of such a store.
   */
  mentions?(ids: readonly EntityId[]): Promise<Mentions>;
}

/** The differences between the state of a store and a graph in memory. */
export interface GraphChange {
  version: number;
  asOf: string;
  /** The entities that were read again. Those that are not in `papers` or `named` are no longer stored. */
  ids: ReadonlySet<EntityId>;
  papers: readonly ChangedPaper[];
  /**
   * The institutions and topics that were hidden from all papers, or shown in them again. Their papers are not among
   * those that were read again.
   */
  toggled: ReadonlySet<EntityId>;
  /** The parts that differ, for each paper that was read again and is already in the graph. */
  differences: ReadonlyMap<EntityId, ReadonlySet<PaperPart>>;
  named: readonly ChangedNamed[];
  /**
   * The entities whose records may have changed: those in `ids`, and the papers that cite changed papers or are cited
   * by them, because records contain numbers of papers and citations.
   */
  records: ReadonlySet<EntityId>;
  /** The papers whose edges were all read again, and the topics whose BROADER edges were all read again. */
  edgesOf: ReadonlySet<EntityId>;
  /** The edges of `edgesOf`, and those between shown topics and other papers. */
  edges: Readonly<Record<ReadRelationKind, readonly ChangedEdge[]>>;
  affiliations: readonly ChangedAffiliation[];
}

/** If more than this fraction of the nodes changed, the graph is built anew, because an update would take as long. */
const LARGEST_PART = 0.05;
/** If at most this many entities changed, the graph is always updated. */
const SMALL = 100;

/**
 * Reads the data that an update of a graph needs:
 * - the entities that imports changed;
 * - the papers of removed entities, because these papers now refer to other entities, unless the entity is hidden;
 * - what leads from papers to entities that are shown again;
 * - all neighbors of changed papers, because the names of authors follow from papers, and entities without papers are
 *   removed.
 *
 * Papers that are the same as in the graph are left out.
 *
 * @param changes what imports changed since the graph was read
 * @returns undefined if the change is too large
 */
export const readGraphChange = async (
  graph: MemoryGraph,
  { ids: changed, removed, ...state }: LoggedChanges,
  reader: ChangeReader,
): Promise<GraphChange | undefined> => {
  const isTooLarge = (count: number): boolean => count > Math.max(LARGEST_PART * graph.ids.length, SMALL);
  if (isTooLarge(changed.length)) return undefined;
  const byKind = byKindOf(changed);
  const named: ChangedNamed[] = [];
  const read = async (ids: readonly EntityId[]): Promise<void> => {
    const ofKind = byKindOf(ids);
    for (const kind of namedKinds) named.push(...(await reader.named(kind, ofKind[kind])));
  };
  const changedNamed = namedKinds.flatMap((kind) => byKind[kind]);
  await read(changedNamed);
  const stored = new Set(named.map(({ id }) => id));
  const gone = [...removed, ...changedNamed.filter((id) => !stored.has(id))];
  const hidden = (await reader.hidden?.(gone)) ?? new Set();
  const left = gone.filter((id) => !hidden.has(id));
  const paperIds = [...new Set([...byKind.PAPER, ...left.flatMap((id) => oldPapers(graph, id))])];
  if (isTooLarge(paperIds.length)) return undefined;
  const papers = await reader.papers(paperIds);
  const edges = await reader.edges([...paperIds, ...byKind.TOPIC]);
  const affiliations = await reader.affiliations(paperIds);
  const around = new Set(paperIds.flatMap((id) => oldNeighbors(graph, id)));
  for (const { source, target } of Object.values(edges).flat()) around.add(source).add(target);
  for (const { author, institution } of affiliations) around.add(author).add(institution);
  const differences = paperDifferences(graph, papers, edges, affiliations);
  const isSame = (id: EntityId): boolean => differences.get(id)?.size === 0;
  const otherPapers = paperIds.filter((id) => !isSame(id));
  const edgesOf = new Set([...otherPapers, ...byKind.TOPIC]);
  const ids = new Set([...changedNamed, ...otherPapers]);
  const further = [...around].filter((id) => !ids.has(id) && kindOf(id) !== 'PAPER');
  await read(further);
  for (const id of further) ids.add(id);
  const added = named.map(({ id }) => id).filter((id) => graph.nodeOfId(id) === undefined);
  const mentions = (await reader.mentions?.(added)) ?? { edges: {}, affiliations: [] };
  const shown = await shownAgain(graph, mentions, edgesOf);
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

/** Returns the edges that begin or end at the given papers, and all edges between topics. */
const edgesOfPapers = (ids: ReadonlySet<EntityId>, edges: GraphChange['edges']): GraphChange['edges'] => {
  const kept: Partial<Record<string, readonly ChangedEdge[]>> = {};
  for (const [kind, list] of Object.entries(edges))
    kept[kind] =
      kind === 'BROADER' ? list : list.filter(({ source, target }) => ids.has(source) || ids.has(target));
  return kept as GraphChange['edges'];
};

const withMore = (edges: GraphChange['edges'], more: Mentions['edges']): GraphChange['edges'] => {
  const all: Partial<Record<string, readonly ChangedEdge[]>> = { ...edges };
  for (const [kind, list] of Object.entries(more)) all[kind] = [...(all[kind] ?? []), ...list];
  return all as GraphChange['edges'];
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
