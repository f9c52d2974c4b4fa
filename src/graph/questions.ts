import type { Edge } from './model/edges.ts';
import type { Author, EntityKind, Topic } from './model/entities.ts';
import type { CollaborationFilter } from './model/filters.ts';
import type { EntityId } from './model/ids.ts';
import type { SortValues } from './model/orders.ts';
import type { EdgeDirection, RelationKind } from './model/relations.ts';

/*
 * The questions about the graph's shape that go beyond one step, and what stores answer to them.
 */

export const suggestionScorings = [
  'ADAMIC_ADAR',
  'COMMON_COLLABORATORS',
  'JACCARD',
  'RESOURCE_ALLOCATION',
] as const;
export type SuggestionScoring = (typeof suggestionScorings)[number];

/** Restricts who is suggested, never how they are scored. */
export interface SuggestionFilter {
  /** With a paper in that year or later. */
  activeSinceYear?: number;
  institutionIds?: readonly EntityId[];
  excludeInstitutionIds?: readonly EntityId[];
  /** Or a topic narrower than one of these. */
  topicIds?: readonly EntityId[];
}

export interface SuggestionsRequest {
  scoring: SuggestionScoring;
  filter?: SuggestionFilter;
  /** 0–100. */
  first: number;
  /** As suggestionPosition gives it. */
  after?: SortValues;
  count: boolean;
}

/** Sums in units of 10⁻⁹ (units.ts), but for the count. */
export interface SuggestionScores {
  adamicAdar: number;
  commonCollaboratorCount: number;
  jaccard: number;
  resourceAllocation: number;
  topicSimilarity: number;
}

export interface Suggestion {
  node: Author;
  scores: SuggestionScores;
}

export interface SuggestionPage {
  entries: readonly Suggestion[];
  hasNext: boolean;
  hasPrevious: boolean;
  total?: number;
}

const scoreNames = {
  ADAMIC_ADAR: 'adamicAdar',
  COMMON_COLLABORATORS: 'commonCollaboratorCount',
  JACCARD: 'jaccard',
  RESOURCE_ALLOCATION: 'resourceAllocation',
} as const satisfies Record<SuggestionScoring, keyof SuggestionScores>;

/** The score a scoring goes by. */
export const scoreOf = (scoring: SuggestionScoring, scores: SuggestionScores): number =>
  scores[scoreNames[scoring]];

/** Where a suggestion stands in the order of a scoring: score, common collaborators, id. */
export const suggestionPosition = (scoring: SuggestionScoring, { node, scores }: Suggestion): SortValues => [
  0 - scoreOf(scoring, scores),
  0 - scores.commonCollaboratorCount,
  node.id,
];

/** FOUND, or what was proved about there being none; STOPPED proves nothing. */
export type PathStatus = 'FOUND' | 'NOT_CONNECTED' | 'BEYOND_MAX_LENGTH' | 'STOPPED';

export interface PathQuery {
  from: EntityId;
  to: EntityId;
  /** 1–20. */
  k: number;
  /** 1–20 steps. */
  maxLength: number;
  avoidIds: readonly EntityId[];
}

export interface CollaborationPathQuery extends PathQuery {
  /** What a step costs: one, or 1 / strength. */
  cost: 'HOPS' | 'STRENGTH';
  filter?: CollaborationFilter;
}

/** What makes two topics one step apart: papers about both, or authors who work on both. */
export type TopicPathThrough = 'PAPERS' | 'AUTHORS';

export interface TopicPathQuery extends PathQuery {
  through: TopicPathThrough;
}

/** A path from end to end. Its edges are one fewer than its nodes. */
export interface FoundPath<Node, Step> {
  nodes: readonly Node[];
  steps: readonly Step[];
  /** The sum of what its steps cost, in units of 10⁻⁹ where that is a fraction. */
  cost: number;
}

export interface PathAnswer<Node, Step> {
  status: PathStatus;
  /** False where the budget ran out before all k were known. */
  isComplete: boolean;
  paths: readonly FoundPath<Node, Step>[];
}

export type CollaborationPathAnswer = PathAnswer<Author, Edge>;
/** A step carries the number of papers or authors that make it. */
export type TopicPathAnswer = PathAnswer<Topic, number>;

/** An edge among given nodes: from its subject, or, undirected, from the smaller id. */
export interface Link {
  source: EntityId;
  target: EntityId;
  relation: RelationKind;
  direction: EdgeDirection;
  edge: Edge;
}

/** How many different neighbours of a kind a node has along the relations asked for. */
export interface NeighborCount {
  id: EntityId;
  kind: EntityKind;
  count: number;
}

export interface LinksAnswer {
  links: Link[];
  counts: NeighborCount[];
}

/** The part of a store that answers them. A store checks nothing: ends exist, bounds hold. */
export interface GraphQuestions {
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
