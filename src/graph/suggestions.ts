import type { Identification } from './identity/identification.ts';
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

/** Restricts which authors are suggested; scores do not depend on it. */
export interface SuggestionFilter {
  /** Only authors with a paper in this year or later. */
  activeSinceYear?: number;
  institutionIds?: readonly EntityId[];
  excludeInstitutionIds?: readonly EntityId[];
  /** Only authors who work on one of these topics or a narrower topic. */
  topicIds?: readonly EntityId[];
  /** Only authors who can be distinguished from other authors in one of these ways (see identification.ts). */
  identification?: readonly Identification[];
}

export interface SuggestionsRequest {
  scoring: SuggestionScoring;
  filter?: SuggestionFilter;
  /** The maximum number of entries of the page, 0–100. */
  first: number;
  /** The position after which the page starts, made by suggestionPosition. */
  after?: SortValues;
  /** Reads the list from its end; see PageRequest. */
  backward?: boolean;
  count: boolean;
}

/** The scores of a suggestion in units of 10⁻⁹ (see units.ts); commonCollaboratorCount is a plain number. */
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

/** The score by which suggestions are ranked. */
export const scoreOf = (scoring: SuggestionScoring, scores: SuggestionScores): number =>
  scores[scoreNames[scoring]];

/** The sort values of a suggestion: the score and the number of common collaborators, both negated, and the id. */
export const suggestionPosition = (scoring: SuggestionScoring, { node, scores }: Suggestion): SortValues => [
  0 - scoreOf(scoring, scores),
  0 - scores.commonCollaboratorCount,
  node.id,
];
