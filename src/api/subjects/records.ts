import type { AuthorEvent } from '../../graph/authorEvents.ts';
import type { Correction } from '../../graph/identity/corrections.ts';
import type { PaperGroup } from '../../graph/breakdown.ts';
import type { Edge, Authorship as AuthorshipFacts } from '../../graph/model/edges.ts';
import type { BriefEntity, BriefEntityOf, EntityKind } from '../../graph/model/entities.ts';
import type { FeedEntry } from '../../graph/feed.ts';
import type { CollaborationFilter, PaperFilter } from '../../graph/model/filters.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { Neighbor } from '../../graph/slice/neighborhood.ts';
import type { PageEntry } from '../../graph/model/pages.ts';
import type { DuplicateCandidate, Evidence as FoundEvidence } from '../../graph/identity/duplicates.ts';
import type { RelatedPaper, RelatedPapersPage } from '../../graph/relatedPapers.ts';
import type { Reviewer, ReviewersPage } from '../../graph/reviewers.ts';
import type { Suggestion, SuggestionScoring } from '../../graph/suggestions.ts';
import type { relations, RelationName } from '../../graph/model/relations.ts';
import type { Connection, ConnectionEdge } from '../loading/connection.ts';
import type { Pair, SearchHit, SearchRequest } from '../../graph/store.ts';

/*
 * The record behind each type of the schema: what the resolvers get as their parent. codegen.ts uses these types in the
 * generated types of the resolvers: ListConnection for the lists of a kind, RelationConnection for the connections
 * of relations, and for every other type the record under its name.
 */

/** Entities may be brief; resolvers read other fields through requireFullEntity. */
export type Entity = BriefEntity;
export type Author = BriefEntityOf<'AUTHOR'>;
export type Paper = BriefEntityOf<'PAPER'>;
export type Topic = BriefEntityOf<'TOPIC'>;
export type { Correction, CorrectionOutcome as CorrectionPayload } from '../../graph/identity/corrections.ts';
export type { AuthorGroup } from '../../graph/identity/mixture.ts';
export type { AuthorEvent } from '../../graph/authorEvents.ts';
export type { ActivityYear } from '../../graph/authorActivity.ts';
export type { GroupKey, PaperGroup } from '../../graph/breakdown.ts';
export type { Removal } from '../../graph/removals/removal.ts';
export type { GraphStatistics } from '../../graph/store.ts';
export type { PageInfo } from '../loading/connection.ts';
export type { SliceRecord as GraphSlice } from './slice/graphSlice.ts';
export type Node = Entity;

/** An author's place on a paper, with both entities. */
export interface Authorship {
  author: Author;
  paper: Paper;
  facts: AuthorshipFacts;
}

export interface Collaboration {
  from: EntityId;
  to: EntityId;
  edge: Edge;
  /** The filter for joint papers of the field that returned the collaboration. */
  filter: CollaborationFilter | undefined;
}

/** Two entities of one kind. */
export interface Comparison {
  entities: readonly [Entity, Entity];
}
/** The neighbors of two entities along a relation. */
export interface ComparedLists {
  pair: Pair;
  relation: RelationName;
}
export type {
  ComparedLists as AuthorComparison,
  ComparedLists as InstitutionComparison,
  ComparedLists as PaperComparison,
  ComparedLists as TopicComparison,
};

/** A step of a path between topics. */
export interface TopicStep {
  from: Topic;
  to: Topic;
}

export interface Completion {
  entity: Entity;
  matchedText: string;
}

export type NodeOf<R extends RelationName> = BriefEntityOf<(typeof relations)[R]['to']>;
export type ParentOf<R extends RelationName> = BriefEntityOf<(typeof relations)[R]['from']>;

/** The entity whose list an edge is in, and the filter of that list. */
export interface RelationOrigin<R extends RelationName> {
  parent: ParentOf<R>;
  filter: FilterOf<R> | undefined;
}
/** The type of filter that the field of a relation takes. */
export type FilterOf<R extends RelationName> = FiltersByShape[(typeof relations)[R]['filter']];
interface FiltersByShape {
  papers: PaperFilter;
  collaborations: CollaborationFilter;
  none: never;
}
export type RelationEdge<R extends RelationName> = ConnectionEdge<PageEntry<NodeOf<R>>, RelationOrigin<R>>;
export type RelationConnection<R extends RelationName> = Connection<PageEntry<NodeOf<R>>, RelationOrigin<R>>;

/** Entities of one kind, without data on the edges. */
export type ListConnection<K extends EntityKind> = Connection<PageEntry<BriefEntityOf<K>>>;
export type ListEdge<K extends EntityKind> = ConnectionEdge<PageEntry<BriefEntityOf<K>>>;

/** Evidence with the two authors that it is about. */
export interface Evidence extends FoundEvidence {
  pair: Pair;
}
export type { DuplicateCandidate } from '../../graph/identity/duplicates.ts';
export type DuplicateCandidateConnection = Connection<{ node: DuplicateCandidate }>;
export type DuplicateCandidateEdge = ConnectionEdge<{ node: DuplicateCandidate }>;
export type CorrectionConnection = Connection<{ node: Correction }>;
export type CorrectionEdge = ConnectionEdge<{ node: Correction }>;
export type EntityConnection = Connection<PageEntry>;
export type EntityEdge = ConnectionEdge<PageEntry>;

export type NeighborConnection = Connection<Neighbor>;
export type NeighborEdge = ConnectionEdge<Neighbor>;
/** What was searched for. */
export interface SearchOrigin {
  text: string;
  words: Pick<SearchRequest, 'words' | 'spelledOut'>;
}
export type SearchConnection = Connection<SearchHit, SearchOrigin>;
export type SearchEdge = ConnectionEdge<SearchHit, SearchOrigin>;

/** The groups of a breakdown, with counts over all groups. */
export interface BreakdownConnection extends Connection<{ node: PaperGroup }> {
  paperCount(): Promise<number>;
  sum(): Promise<number>;
  ungroupedCount(): Promise<number>;
}
export type BreakdownEdge = ConnectionEdge<{ node: PaperGroup }>;

export type AuthorEventConnection = Connection<{ node: AuthorEvent }>;
export type AuthorEventEdge = ConnectionEdge<{ node: AuthorEvent }>;

/** Papers of a period; the origin has the requested ids as they were sent. */
export interface FeedConnection extends Connection<FeedEntry, ReadonlyMap<EntityId, string>> {
  missingIds(): Promise<readonly string[]>;
}
export type FeedEdge = ConnectionEdge<FeedEntry, ReadonlyMap<EntityId, string>>;

/** The author for whom collaborators are suggested, and the requested scoring. */
export interface SuggestionOrigin {
  author: Author;
  scoring: SuggestionScoring;
}
export type SuggestedCollaboratorConnection = Connection<Suggestion, SuggestionOrigin>;
export type SuggestedCollaboratorEdge = ConnectionEdge<Suggestion, SuggestionOrigin>;

/** Related papers; the origin is the paper to which they are related. */
export interface RelatedPaperConnection extends Connection<RelatedPaper, Paper> {
  status(): Promise<RelatedPapersPage['status']>;
}
export type RelatedPaperEdge = ConnectionEdge<RelatedPaper, Paper>;

export interface ReviewerConnection extends Connection<Reviewer> {
  status(): Promise<ReviewersPage['status']>;
  excludedCount(): Promise<number>;
  /** The first excluded candidates, at most `first`. */
  excludedUpTo(first: number): Promise<ReviewersPage['excluded']>;
}
export type ReviewerEdge = ConnectionEdge<Reviewer>;
