import type { Authorship, Edge } from '../graph/model/edges.ts';
import type { Entity } from '../graph/model/entities.ts';
import type { SearchedWords } from '../graph/model/filters.ts';
import type { EntityId } from '../graph/model/ids.ts';
import type { Page } from '../graph/model/pages.ts';
import type { MemoryGraph } from './memoryGraph.ts';
import type { MemoryQueries } from './queries/memoryQueries.ts';
import type { AuthorshipPlace, NodeEntry } from './queries/nodePages.ts';

/** The names and keys of an author that are compared to find duplicates. */
export interface AuthorNaming {
  name: string;
  alternativeNames: readonly string[];
  /** See distinguishingKeys. */
  distinguishingKeys: readonly EntityId[];
}

/** What the graph in memory does not hold, names and titles above all, read from one state of the stored graph. */
export interface EntityRecords {
  /** The own ids of the entities with other identifiers; identifiers that no entity has are absent. */
  ownIds(identifiers: readonly EntityId[]): Promise<ReadonlyMap<EntityId, EntityId>>;
  /** How every author is called, in the order of the nodes. */
  authorNamings(): Promise<readonly AuthorNaming[]>;
  /** The titles of all papers, in the order of the nodes; '' for a paper without a title. */
  paperTitles(): Promise<readonly string[]>;
  /** The nodes of the papers that have these words in their titles, in any order. */
  titledPapers(words: SearchedWords): Promise<Iterable<number>>;
  /** The entities of nodes, in the same order. A node may be asked for several times. */
  entities(nodes: readonly number[]): Promise<readonly Entity[]>;
  /** The authorships, in the same order. Brief ones have no field but the position. */
  authorships(places: readonly AuthorshipPlace[], brief: boolean): Promise<readonly Authorship[]>;
}

/** An authorship of which only the place is known: for pages that select nothing else of it. */
export const briefAuthorship = (
  { ids }: MemoryGraph,
  { paper, author, position }: AuthorshipPlace,
): Authorship => ({
  paperId: ids[paper] ?? '',
  authorId: ids[author] ?? '',
  position,
  isCorresponding: null,
  nameAsPrinted: '',
  affiliationsAsPrinted: [],
  institutionIds: [],
});

/** One state of the stored graph: the graph in memory and the records that belong to it. */
export interface GraphState {
  queries: MemoryQueries;
  records: EntityRecords;
}

/** The entities of nodes, by node. */
export const entitiesByNode = async (
  { records }: GraphState,
  nodes: readonly number[],
): Promise<Map<number, Entity>> => {
  const distinct = [...new Set(nodes)];
  const entities = await records.entities(distinct);
  return new Map(distinct.map((node, index) => [node, entities[index] as Entity]));
};

/** Pages with entities and authorships in place of nodes. All records are read together. */
export const resolvedPages = async (
  state: GraphState,
  pages: readonly Page<NodeEntry>[],
  brief: boolean,
): Promise<Page[]> => {
  const nodes: number[] = [];
  const places: AuthorshipPlace[] = [];
  for (const { entries } of pages) {
    for (const { node, place } of entries) {
      nodes.push(node);
      if (place) places.push(place);
    }
  }
  const [entities, authorships] = await Promise.all([
    state.records.entities(nodes),
    places.length > 0 ? state.records.authorships(places, brief) : [],
  ]);
  let [nextEntity, nextAuthorship] = [0, 0];
  const resolved = ({ edge, place }: NodeEntry) => ({
    node: entities[nextEntity++] as Entity,
    edge: place ? withAuthorship(edge, authorships[nextAuthorship++]) : edge,
  });
  return pages.map((page) => ({ ...page, entries: page.entries.map(resolved) }));
};

/** The edge with the authorship that it carries. */
export const withAuthorship = (edge: Edge, authorship: Authorship | undefined): Edge => ({
  ...edge,
  authorship: authorship ?? null,
});
