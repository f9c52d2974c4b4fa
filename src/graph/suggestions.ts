import type { Author } from './model/entities.ts';
import type { EntityId } from './model/ids.ts';
import type { SortValues } from './model/orders.ts';
import type { Page } from './model/pages.ts';

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

export type SuggestionPage = Page<Suggestion>;

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
