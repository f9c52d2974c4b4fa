import type { AuthorEvent } from '../../graph/authorEvents.ts';
import type { Correction } from '../../graph/identity/corrections.ts';
import type { PaperGroup } from '../../graph/breakdown.ts';
import type { Edge, Authorship as AuthorshipFacts } from '../../graph/model/edges.ts';
import type { BriefEntity, BriefEntityOf } from '../../graph/model/entities.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import type { FeedEntry } from '../../graph/feed.ts';
import type { CollaborationFilter, PaperFilter } from '../../graph/model/filters.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import type { Neighbor } from '../../graph/slice/neighborhood.ts';
import type { PageEntry } from '../../graph/model/pages.ts';
import type { DuplicateCandidate } from '../../graph/identity/duplicates.ts';
import type { Evidence as FoundEvidence } from '../../graph/identity/pairEvidence.ts';
import type { RelatedPaper, RelatedPapersPage } from '../../graph/relatedPapers.ts';
import type { Reviewer, ReviewersPage } from '../../graph/reviewers.ts';
import type { Suggestion, SuggestionScoring } from '../../graph/suggestions.ts';
import type { relations, RelationName } from '../../graph/model/relations.ts';
import type { Connection, ConnectionEdge } from '../loading/connection.ts';
import type { EdgeValuesOf } from '../loading/relationEdge.ts';
import type { SearchHit, SearchRequest } from '../../graph/searchRequest.ts';
import type { Pair } from '../../graph/pair.ts';

/*
 * The types of the objects that the resolvers get as their parent, for each type of the schema. codegen.ts uses them in
 * the generated types of resolvers: ListConnection for the lists of a kind, RelationConnection for the connections
 * of relations, and for every other type the type with the same name in this file.
 */

/** An entity, perhaps a brief one. Resolvers of fields that a brief entity lacks use requireFullEntity. */
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
export type { GraphStatistics } from '../../graph/statistics.ts';
export type { PageInfo } from '../loading/connection.ts';
export type { SliceRecord as GraphSlice } from './slice/graphSlice.ts';
export type Node = Entity;

/** An author and a paper, with facts about this author on this paper. */
export interface Authorship {
  author: Author;
  paper: Paper;
  facts: AuthorshipFacts;
}

export interface Collaboration {
  from: EntityId;
  to: EntityId;
  edge: Edge;
  /** The filter of the field that returned the collaboration. Only joint papers that pass it are counted. */
  filter: CollaborationFilter | undefined;
}

/** Two entities of one kind that are compared. */
export interface Comparison {
  entities: readonly [Entity, Entity];
}
/** Two entities and a relation along which their neighbors are compared. */
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

/** The entity that has the list, and the filter of the list. Edges of the list refer to them. */
export interface RelationOrigin<R extends RelationName> {
  parent: ParentOf<R>;
  filter: FilterOf<R> | undefined;
}
/** The type of the filter that the GraphQL field of a relation has. */
export type FilterOf<R extends RelationName> = FiltersByShape[(typeof relations)[R]['filter']];
interface FiltersByShape {
  papers: PaperFilter;
  collaborations: CollaborationFilter;
  none: never;
}
export type RelationEdge<R extends RelationName> = ConnectionEdge<PageEntry<NodeOf<R>>, RelationOrigin<R>> &
  EdgeValuesOf<(typeof relations)[R]['edge']>;
export type RelationConnection<R extends RelationName> = Connection<
  PageEntry<NodeOf<R>>,
  RelationOrigin<R>,
  RelationEdge<R>
>;

/** A list of entities of one kind, whose edges have no data. */
export type ListConnection<K extends EntityKind> = Connection<PageEntry<BriefEntityOf<K>>>;
export type ListEdge<K extends EntityKind> = ConnectionEdge<PageEntry<BriefEntityOf<K>>>;

/** Evidence for or against the assumption that two authors are one person, together with the two authors. */
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
/** The text of a search, and its words. */
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

/** Papers of a period. The origin of the edges maps each requested id to the spelling in which the client sent it. */
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

/** Related papers. The origin of the edges is the paper to which they are related. */
export interface RelatedPaperConnection extends Connection<RelatedPaper, Paper> {
  status(): Promise<RelatedPapersPage['status']>;
}
export type RelatedPaperEdge = ConnectionEdge<RelatedPaper, Paper>;

export interface ReviewerConnection extends Connection<Reviewer> {
  status(): Promise<ReviewersPage['status']>;
  excludedCount(): Promise<number>;
  /** The candidates that were excluded because of a conflict of interest, at most `first`. */
  excludedUpTo(first: number): Promise<ReviewersPage['excluded']>;
}
export type ReviewerEdge = ConnectionEdge<Reviewer>;
