import type { Correction, CorrectionDraft, CorrectionOutcome } from './identity/corrections.ts';
import type { DuplicatesPage, DuplicatesRequest } from './identity/duplicates.ts';
import type { AuthorGroup } from './identity/mixture.ts';
import type { Edge } from './model/edges.ts';
import type { Entity, LatexTexts } from './model/entities.ts';
import type { EntityKind } from './model/entityKinds.ts';
import type { CollaborationFilter } from './model/filters.ts';
import type { EntityId } from './model/ids.ts';
import type { AuthorMetrics } from './metrics/authorMetrics.ts';
import type { ListPageRequest, Page, PairPageRequest, RelationPageRequest } from './model/pages.ts';
import type { RelationName, RelationKind } from './model/relations.ts';
import type { AuthorActivity } from './authorActivity.ts';
import type { AuthorEventPage, AuthorEventsRequest } from './authorEvents.ts';
import type { BreakdownPage, BreakdownRequest } from './breakdown.ts';
import type { FeedPage, FeedRequest } from './feed.ts';
import type { ImportSession } from './importSession.ts';
import type { LinksAnswer } from './links.ts';
import type { Pair } from './pair.ts';
import type { Readiness } from './readiness.ts';
import type { Removal } from './removals/removal.ts';
import type {
  CollaborationPathAnswer,
  CollaborationPathQuery,
  TopicPathAnswer,
  TopicPathQuery,
} from './paths.ts';
import type { RelatedPapersPage, RelatedPapersRequest } from './relatedPapers.ts';
import type { ReviewersPage, ReviewersRequest } from './reviewers.ts';
import type { SearchPage, SearchRequest } from './searchRequest.ts';
import type { GraphStatistics } from './statistics.ts';
import type { RankedPaper, SurroundingWorksRequest } from './surroundingWorks.ts';
import type { SuggestionPage, SuggestionsRequest } from './suggestions.ts';

/** A request for one page along one relation. */
export interface NeighborsRequest {
  relation: RelationName;
  page: RelationPageRequest;
}

/** An entity and its neighbors: one page of a list for each requested relation, in the same order. */
export interface Neighborhood {
  entity: Entity;
  pages: Page[];
}

/** One entity with its pages, the edges between it and its neighbors, and its neighbor counts. */
export type EgoNetwork = Neighborhood & LinksAnswer;

/**
 * The reads that every store has. A read by keys takes all keys at once and returns a map. The map has no entries for
 * keys of entities that are not stored. The caller validates requests; a store throws only GraphError STORE_UNAVAILABLE
 * or TIMEOUT, or an error that is a bug.
 */
export interface GraphReads {
  /**
   * Reads entities. Each may be given by its own id, by another identifier, or by the id of an entity that was merged
   * into it.
   */
  entities(ids: readonly EntityId[]): Promise<Map<EntityId, Entity>>;
  abstracts(paperIds: readonly EntityId[]): Promise<Map<EntityId, string>>;
  /** The LaTeX texts of papers. Papers whose plain text shows everything have no entry. */
  latexTexts(paperIds: readonly EntityId[]): Promise<Map<EntityId, LatexTexts>>;
  /**
   * For each stored id, one page for each request, in the order of the requests. All relations must start at the same
   * kind.
   */
  neighbors(ids: readonly EntityId[], requests: readonly NeighborsRequest[]): Promise<Map<EntityId, Page[]>>;
  /**
   * Like `neighbors`, but also returns the entities. Entities are found only by their own ids, not by other
   * identifiers.
   */
  neighborhoods(
    ids: readonly EntityId[],
    requests: readonly NeighborsRequest[],
  ): Promise<Map<EntityId, Neighborhood>>;
  /**
   * One entity with its pages, the edges of the relations between it and the entities of the pages, and its neighbor
   * counts. To find out whether there is a next page, stores read one more entity than a page has, so the result may
   * also contain edges to this entity. Undefined if the id is not an entity's own id. At least one request and one
   * relation must be given.
   */
  egoNetwork(
    id: EntityId,
    requests: readonly NeighborsRequest[],
    relations: readonly RelationKind[],
  ): Promise<EgoNetwork | undefined>;
  /**
   * By pairKey: a page of the neighbors, along the relation, of both entities, or of only the first one (see
   * PairSelection), in the order and with the edges of the first entity.
   */
  commonNeighbors(
    relation: RelationName,
    pairs: readonly Pair[],
    page: PairPageRequest,
  ): Promise<Map<string, Page>>;
  /**
   * By pairKey: the CO_AUTHORED edge of two authors, counted over the joint papers that pass the filter. Pairs without
   * such papers have no entry.
   */
  collaborations(pairs: readonly Pair[], filter: CollaborationFilter | undefined): Promise<Map<string, Edge>>;
  /** A page of all entities of a kind. */
  list(kind: EntityKind, page: ListPageRequest): Promise<Page>;
  search(request: SearchRequest): Promise<SearchPage>;
  metrics(authorIds: readonly EntityId[]): Promise<Map<EntityId, AuthorMetrics>>;
  /** For each author: the counts of papers, citations, new collaborators and topics in each year. */
  activities(authorIds: readonly EntityId[]): Promise<Map<EntityId, AuthorActivity>>;
  /** For each author: a page of events, for example a first paper with a new collaborator. */
  authorEvents(
    authorIds: readonly EntityId[],
    request: AuthorEventsRequest,
  ): Promise<Map<EntityId, AuthorEventPage>>;
  statistics(): Promise<GraphStatistics>;
  /**
   * A page of groups of papers. The caller has checked that the entity is stored, and that it is an author if a
   * dimension is COLLABORATOR.
   */
  breakdown(request: BreakdownRequest): Promise<BreakdownPage>;
  /** A page of the papers of a period. */
  feed(request: FeedRequest): Promise<FeedPage>;
  /** For each author: ranked authors who share a collaborator with the author and have no joint paper with the author. */
  suggestions(
    authorIds: readonly EntityId[],
    request: SuggestionsRequest,
  ): Promise<Map<EntityId, SuggestionPage>>;
  /** For each paper: ranked papers that share references, citing papers, authors or topics with the paper. */
  relatedPapers(
    paperIds: readonly EntityId[],
    request: RelatedPapersRequest,
  ): Promise<Map<EntityId, RelatedPapersPage>>;
  /**
   * For each paper: the works that many of the papers around it (the paper itself and the most related ones) cite, or
   * that cite many of these papers, the greatest count first.
   */
  surroundingWorks(
    paperIds: readonly EntityId[],
    request: SurroundingWorksRequest,
  ): Promise<Map<EntityId, readonly RankedPaper[]>>;
  /** Ranked authors of papers related to a subject. Authors with a conflict of interest are left out, but counted. */
  reviewers(request: ReviewersRequest): Promise<ReviewersPage>;
  /** Pairs of authors that may be one person, the most likely first; with an author, only pairs that include the author. */
  duplicates(authorId: EntityId | undefined, request: DuplicatesRequest): Promise<DuplicatesPage>;
  /**
   * For each author: groups of the author's papers, where different groups have little in common. Authors whose papers
   * are all in one group have no entry.
   */
  mixtures(authorIds: readonly EntityId[]): Promise<Map<EntityId, readonly AuthorGroup[]>>;
  /** One answer for each query, in the order of the queries. */
  collaborationPaths(queries: readonly CollaborationPathQuery[]): Promise<CollaborationPathAnswer[]>;
  topicPaths(queries: readonly TopicPathQuery[]): Promise<TopicPathAnswer[]>;
  /**
   * All edges of the relations between the entities, ordered by relation, source and target. Also, for each entity in
   * `counted`, the number of its neighbors of each kind; kinds without neighbors are left out. Entities are found only
   * by the ids that they have now, not by other identifiers. A store may leave out all fields of authorships except the
   * position.
   */
  links(
    ids: readonly EntityId[],
    relations: readonly RelationKind[],
    counted: readonly EntityId[],
  ): Promise<LinksAnswer>;
  /** All corrections, also undone ones, the latest first. */
  corrections(): Promise<readonly Correction[]>;
  /** For each entity: the ids of entities that were merged into it, which lead to it, in ascending order. */
  formerIds(ids: readonly EntityId[]): Promise<Map<EntityId, readonly EntityId[]>>;
  /**
   * For each id: when and why a source took the paper back. There is no entry for ids that lead to an entity, and for ids
   * that no source took back.
   */
  removals(ids: readonly EntityId[]): Promise<Map<EntityId, Removal>>;
  /** The texts that imports have stored beside the graph (see `checkpoint` of ImportSession), by their names. */
  documents(): Promise<Map<string, string>>;
}

/** The interface that every store implements. */
export interface GraphStore extends GraphReads {
  /**
   * Returns the reads for one request. When the signal aborts, running reads end, also in the database, no new reads
   * start, and all of them fail with the reason of the signal.
   */
  during(signal: AbortSignal): GraphReads;
  readiness(): Promise<Readiness>;
  /** Prepares the store for its first import or correction, so that it takes no longer than later ones. Changes nothing. */
  warmUpChanges(): Promise<void>;
  /** Begins an import. @throws ImportUnderWay if another import is running; GraphError STORE_UNAVAILABLE. */
  beginImport(): Promise<ImportSession>;
  /**
   * Makes a correction, which also applies to all later imports. Waits some seconds if an import is running.
   *
   * @throws GraphError NOT_FOUND if an id leads to no entity; BAD_USER_INPUT if the draft makes no sense or contradicts
   *   a correction in force, which the message names; STORE_UNAVAILABLE.
   */
  correct(draft: CorrectionDraft): Promise<CorrectionOutcome>;
  /**
   * Undoes a correction: afterwards the graph is as if the correction had never been made.
   *
   * @throws GraphError NOT_FOUND if there is no such correction; BAD_USER_INPUT if it is already undone;
   *   STORE_UNAVAILABLE.
   */
  undoCorrection(id: string, by: string): Promise<CorrectionOutcome>;
  /**
   * Adds corrections of another store. They keep their ids and times, and replace corrections with the same ids. A
   * correction whose entities are not stored takes effect when they are stored. Returns how many corrections were new
   * or changed.
   */
  addCorrections(corrections: readonly Correction[]): Promise<number>;
  close(): Promise<void>;
}
