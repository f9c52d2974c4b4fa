import type { Author, Paper } from './model/entities.ts';
import { idsOfFilter } from './model/filters.ts';
import type { EntityId } from './model/ids.ts';
import type { SortValues } from './model/orders.ts';
import type { ScoredPage } from './relatedPapers.ts';
import type { SuggestionFilter } from './suggestions.ts';

/** The subject of a review: a paper; topics, including all narrower ones; or the common subject of some papers. */
export type ReviewSubject =
  { paperId: EntityId } | { topicIds: readonly EntityId[] } | { paperIds: readonly EntityId[] };

/** The reasons for a conflict of interest, in the order of the schema's enum. */
export const conflictReasons = ['AUTHOR', 'COAUTHOR', 'INSTITUTION', 'DISTANCE'] as const;
export type ConflictReason = (typeof conflictReasons)[number];

/**
 * Rules that decide who has a conflict of interest with the authors in `authorIds` and the authors of the reviewed
 * paper.
 */
export interface ConflictRules {
  authorIds: readonly EntityId[];
  /**
   * Joint papers with one of the authors are a conflict of interest if they are at most this many years (0–100)
   * older than `year` of ReviewersRequest.
   */
  coauthorsWithinYears: number;
  sameInstitutionWithinYears: number;
  /**
   * A candidate has a conflict of interest if at most this many steps (1–3) in the graph of collaborations lead from
   * the candidate to one of the authors that the rules are about. Absent if steps do not matter.
   */
  advisorDistance?: number;
}

export interface ReviewersRequest {
  subject: ReviewSubject;
  /** The current year: the age of a paper is this year minus the year of the paper. */
  year: number;
  excluding: ConflictRules;
  filter?: SuggestionFilter;
  /** The maximum number of entries of the page, 0–100. */
  first: number;
  /** The position after which the page starts, made by reviewerPosition. */
  after?: SortValues;
  /** Reads the list from its end; see PageRequest. */
  backward?: boolean;
  count: boolean;
  /** How many of the excluded authors are listed, 0–100. */
  excludedFirst: number;
}

/** Scores in units of 10⁻⁹ (see units.ts); see ReviewerScores in the schema. */
export interface ReviewerScores {
  /** The sum of `papers` and `topics`. */
  score: number;
  papers: number;
  topics: number;
}

interface ReviewerPaper {
  paper: Paper;
  /** The similarity of the paper to the subject, in units of 10⁻⁹: 0–10⁹. */
  similarity: number;
}

export interface Reviewer extends ReviewerScores {
  node: Author;
  relatedPaperCount: number;
  /** Those related papers of the author that are most similar to the subject, at most 5. */
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

/** The sort values of a reviewer: the negated score, and the id. */
export const reviewerPosition = ({ node, score }: Reviewer): SortValues => [0 - score, node.id];

/** All ids in a request. */
export const idsOfReviewers = ({ subject, excluding, filter }: ReviewersRequest): EntityId[] => [
  ...Object.values<EntityId | readonly EntityId[]>(subject).flat(),
  ...excluding.authorIds,
  ...idsOfFilter(filter),
];
