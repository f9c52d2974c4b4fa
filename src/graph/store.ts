import type { Authorship, Edge } from './model/edges.ts';
import type { Entity, EntityKind } from './model/entities.ts';
import type { CollaborationFilter } from './model/filters.ts';
import type { EntityId } from './model/ids.ts';
import type { AuthorMetrics } from './metrics/authorMetrics.ts';
import type { ListPageRequest, Page, PageRequest, RelationPageRequest } from './model/pages.ts';
import type { RelationKind, RelationName } from './model/relations.ts';
import type { ImportSession } from './importSession.ts';
import type { LinksAnswer } from './links.ts';
import type {
  CollaborationPathAnswer,
  CollaborationPathQuery,
  TopicPathAnswer,
  TopicPathQuery,
} from './paths.ts';
import type { SuggestionPage, SuggestionsRequest } from './suggestions.ts';

/** One page asked for along one relation. */
export interface NeighborsRequest {
  relation: RelationName;
  page: RelationPageRequest;
}

/** An entity, and a page for each request. */
export interface Neighborhood {
  entity: Entity;
  pages: Page[];
}

/** The same of one entity, with the edges among it and its neighbors, and how many of these it has. */
export type EgoNetwork = Neighborhood & LinksAnswer;

/** Two nodes, for what stands between them. */
export interface Pair {
  from: EntityId;
  to: EntityId;
}

/** How a map keys a pair: as asked, in that order. */
export const pairKey = (pair: Pair): string => `${pair.from} ${pair.to}`;

export interface SearchHit {
  node: Entity;
  /** 3: the text is its name or title; 2: that begins with the text; 1: its words begin with the words asked. */
  score: number;
}

export interface SearchRequest {
  /** Folded words (folding.ts), at least one. */
  words: readonly string[];
  kinds: readonly EntityKind[];
  /** 0–100. */
  first: number;
  /** The hit after which to continue: score, papers (of a paper: citations), id. */
  after?: { score: number; rank: number; id: EntityId };
  count: boolean;
}

export type SearchPage = Page<SearchHit>;

export interface GraphStatistics {
  authorCount: number;
  paperCount: number;
  topicCount: number;
  institutionCount: number;
  authorshipCount: number;
  collaborationCount: number;
  citationLinkCount: number;
  papersTooLargeForCollaboration: number;
  /** When the stored data last changed, ISO 8601 in UTC. */
  asOf: string;
}

/** Whether the store can be asked. */
export interface Readiness {
  ready: boolean;
  /** An import was begun and has not come to its end: counts and derived relations may be behind the papers. */
  importUnfinished: boolean;
  /** Of a store that is reached over connections: how these are. */
  connections?: ConnectionsState;
}

export interface ConnectionsState {
  /** The other end is known not to answer: nothing is sent there until a probe finds it back. */
  isAway: boolean;
  inUse: number;
  /** There may be at once. */
  most: number;
}

/**
 * What can be read of every store. All keyed reads take all keys at once and return a map; a key that names nothing
 * is absent from it. Requests are checked by the caller: a store throws GraphError STORE_UNAVAILABLE or TIMEOUT, or
 * a fault, and nothing else.
 */
export interface GraphReads {
  /** Entities by any of their ids: their own, an identifier's, or that of an entity merged into them. */
  entities(ids: readonly EntityId[]): Promise<Map<EntityId, Entity>>;
  abstracts(paperIds: readonly EntityId[]): Promise<Map<EntityId, string>>;
  /** For each id that exists, a page for each request, in the order of the requests. All start at one kind. */
  neighbors(ids: readonly EntityId[], requests: readonly NeighborsRequest[]): Promise<Map<EntityId, Page[]>>;
  /** The same with the entities themselves, by their own ids; other ids are as if they named nothing. */
  neighborhoods(
    ids: readonly EntityId[],
    requests: readonly NeighborsRequest[],
  ): Promise<Map<EntityId, Neighborhood>>;
  /**
   * The same of one entity, with what `links` tells of it and all on its pages, of which it is the one counted. There
   * may be more edges: to those who come right behind a page. Undefined where the id is nobody's own. At least one
   * request and one relation.
   */
  egoNetwork(
    id: EntityId,
    requests: readonly NeighborsRequest[],
    relations: readonly RelationKind[],
  ): Promise<EgoNetwork | undefined>;
  /** By pairKey: the page of nodes that both are neighbours of along the relation (joint papers, shared topics). */
  commonNeighbors(
    relation: RelationName,
    pairs: readonly Pair[],
    page: PageRequest<CollaborationFilter>,
  ): Promise<Map<string, Page>>;
  /** By pairKey: the CO_AUTHORED edge of two authors over the joint papers that pass; absent where there is none. */
  collaborations(pairs: readonly Pair[], filter: CollaborationFilter | undefined): Promise<Map<string, Edge>>;
  /** A page of all entities of a kind. */
  list(kind: EntityKind, page: ListPageRequest): Promise<Page>;
  search(request: SearchRequest): Promise<SearchPage>;
  metrics(authorIds: readonly EntityId[]): Promise<Map<EntityId, AuthorMetrics>>;
  statistics(): Promise<GraphStatistics>;
  /** By the author's id: who shares a collaborator with them and never wrote with them, ranked. */
  suggestions(
    authorIds: readonly EntityId[],
    request: SuggestionsRequest,
  ): Promise<Map<EntityId, SuggestionPage>>;
  /** An answer for each query, in order. */
  collaborationPaths(queries: readonly CollaborationPathQuery[]): Promise<CollaborationPathAnswer[]>;
  topicPaths(queries: readonly TopicPathQuery[]): Promise<TopicPathAnswer[]>;
  /**
   * Every edge of the relations among the nodes, by relation, source, target; and how many neighbours of each kind
   * those of them have that are `counted`, kinds without any left out. The ids are own ones.
   * Of authorships no more is sure to be told than the position.
   */
  links(
    ids: readonly EntityId[],
    relations: readonly RelationKind[],
    counted: readonly EntityId[],
  ): Promise<LinksAnswer>;
}

/** What every store can do. */
export interface GraphStore extends GraphReads {
  /**
   * The same reads for someone who may stop waiting: once the signal aborts, what is under way for them ends (on a
   * database of its own, too), nothing more begins, and all of it fails with the signal's reason.
   */
  during(signal: AbortSignal): GraphReads;
  readiness(): Promise<Readiness>;
  /** One import at a time. @throws ImportUnderWay where there is another; GraphError STORE_UNAVAILABLE. */
  beginImport(): Promise<ImportSession>;
  close(): Promise<void>;
}

export type { Authorship };
