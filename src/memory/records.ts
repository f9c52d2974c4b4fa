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
  /** Those keys by which two authors can be told apart; see the function `distinguishingKeys`. */
  distinguishingKeys: readonly EntityId[];
}

/**
 * Reads the data that the graph in memory does not hold, such as names and titles, from one state of the stored graph.
 */
export interface EntityRecords {
  /** By identifier: the own id of the entity that has this identifier. Identifiers that no entity has are left out. */
  ownIds(identifiers: readonly EntityId[]): Promise<ReadonlyMap<EntityId, EntityId>>;
  /** The names of all authors, in the order of the nodes. */
  authorNamings(): Promise<readonly AuthorNaming[]>;
  /** The titles of all papers, in the order of the nodes; '' for a paper without a title. */
  paperTitles(): Promise<readonly string[]>;
  /** The nodes of the papers that have these words in their titles, in any order. */
  titledPapers(words: SearchedWords): Promise<Iterable<number>>;
  /** The entities of nodes, in the order of `nodes`, which may contain a node several times. */
  entities(nodes: readonly number[]): Promise<readonly Entity[]>;
  /**
   * The authorships in the order of `places`. If `brief` is true, all fields except the ids and the position may be
   * empty.
   */
  authorships(places: readonly AuthorshipPlace[], brief: boolean): Promise<readonly Authorship[]>;
}

/** An authorship that contains only its ids and its position, for pages that need nothing else of authorships. */
export const briefAuthorship = (
  { ids }: MemoryGraph,
  { paper, author, position }: AuthorshipPlace,
): Authorship => ({
  paperId: ids[paper] ?? '',
  authorId: ids[author] ?? '',
  position,
  isCorresponding: null,
  nameAsPrinted: '',
  affiliationsAsPrinted: none,
  institutionIds: none,
});

/** Shared, because a page may have a hundred thousand authorships. */
const none: readonly never[] = [];

/** One state of the stored graph: the graph in memory and the records that belong to it. */
export interface GraphView {
  queries: MemoryQueries;
  records: EntityRecords;
}

/** Reads the entities of nodes, each once. The keys of the result are the nodes. */
export const entitiesByNode = async (
  { records }: GraphView,
  nodes: readonly number[],
): Promise<Map<number, Entity>> => {
  const distinct = [...new Set(nodes)];
  const entities = await records.entities(distinct);
  return new Map(distinct.map((node, index) => [node, entities[index] as Entity]));
};

/** Replaces the nodes of pages by entities and authorships. The records of all pages are read together. */
export const resolvedPages = async (
  state: GraphView,
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

/** Returns a copy of the edge that contains the authorship. */
export const withAuthorship = (edge: Edge, authorship: Authorship | undefined): Edge => ({
  ...edge,
  authorship: authorship ?? null,
});
