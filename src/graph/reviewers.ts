import type { Author, Paper } from './model/entities.ts';
import { idsOfFilter } from './model/filters.ts';
import type { EntityId } from './model/ids.ts';
import type { SortValues } from './model/orders.ts';
import type { ScoredPage } from './relatedPapers.ts';
import type { SuggestionFilter } from './suggestions.ts';

/** What is to be reviewed: a paper; topics, including all narrower ones; or the subject of some papers. */
export type ReviewSubject =
  { paperId: EntityId } | { topicIds: readonly EntityId[] } | { paperIds: readonly EntityId[] };

/** In the order of the schema's enum. */
export const conflictReasons = ['AUTHOR', 'COAUTHOR', 'INSTITUTION', 'DISTANCE'] as const;
export type ConflictReason = (typeof conflictReasons)[number];

/** Who has a conflict of interest with the named authors and with those of the paper. */
export interface ConflictRules {
  authorIds: readonly EntityId[];
  /** Joint papers count if they are at most this many years older than `year` of the request, 0–100. */
  coauthorsWithinYears: number;
  sameInstitutionWithinYears: number;
  /** Steps in the graph of collaborations, 1–3. */
  advisorDistance?: number;
}

export interface ReviewersRequest {
  subject: ReviewSubject;
  /** The year from which ages of papers are counted. */
  year: number;
  excluding: ConflictRules;
  filter?: SuggestionFilter;
  /** 0–100. */
  first: number;
  /** A position from reviewerPosition. */
  after?: SortValues;
  /** As in PageRequest. */
  backward?: boolean;
  count: boolean;
  /** How many of the excluded candidates are read, 0–100. */
  excludedFirst: number;
}

/** Scores in units of 10⁻⁹ (see units.ts); see ReviewerScores in the schema. */
export interface ReviewerScores {
  /** The sum of the parts. */
  score: number;
  papers: number;
  topics: number;
}

export interface ReviewerPaper {
  paper: Paper;
  /** In units of 10⁻⁹. */
  similarity: number;
}

export interface Reviewer extends ReviewerScores {
  node: Author;
  relatedPaperCount: number;
  /** The most similar ones, at most 5. */
  relatedPapers: readonly ReviewerPaper[];
}

export interface ExcludedReviewer {
  author: Author;
  reasons: readonly ConflictReason[];
}

export interface ReviewersPage extends ScoredPage<Reviewer> {
  excludedCount: number;
  excluded: readonly ExcludedReviewer[];
}

/** The sort values of a reviewer: score, id. */
export const reviewerPosition = ({ node, score }: Reviewer): SortValues => [0 - score, node.id];

/** The ids that a request names. */
export const idsOfReviewers = ({ subject, excluding, filter }: ReviewersRequest): EntityId[] => [
  ...Object.values<EntityId | readonly EntityId[]>(subject).flat(),
  ...excluding.authorIds,
  ...idsOfFilter(filter),
];
