import type { Authorship } from '../graph/model/edges.ts';
import type { Entity } from '../graph/model/entities.ts';
import type { SearchedWords } from '../graph/model/filters.ts';
import type { EntityId } from '../graph/model/ids.ts';
import type { MemoryGraph } from './memoryGraph.ts';
import type { AuthorshipPlace } from './queries/nodePages.ts';

/** The names and keys of an author that are compared to find duplicates. */
export interface AuthorNaming {
  name: string;
  alternativeNames: readonly string[];
  /** Those keys by which two authors can be told apart; see the function `distinguishingKeys`. */
  distinguishingKeys: readonly EntityId[];
}

/** An identifier that a record gives for a paper or an author, but that another paper or author has. */
export interface Claim {
  /** The author or paper for which a record gives the identifier. */
  id: EntityId;
  key: EntityId;
  /** The other entity that has the identifier; null if no entity has it any longer. */
  owner: EntityId | null;
}

/**
 * Reads the data that the graph in memory does not hold, such as names and titles, from one state of the stored graph.
 */
export interface EntityRecords {
  /** By identifier: the own id of the entity that has this identifier. Identifiers that no entity has are left out. */
  ownIds(identifiers: readonly EntityId[]): Promise<ReadonlyMap<EntityId, EntityId>>;
  /** The names of all authors, in the order of the nodes. */
  authorNamings(): Promise<readonly AuthorNaming[]>;
  /** All claims (see Claim), in any order; the same claim may occur several times. There are few claims. */
  claims(): Promise<readonly Claim[]>;
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

/** One empty list for all brief authorships, to save memory: a page may have a hundred thousand of them. */
const none: readonly never[] = [];
