import type { Paper } from './model/entities.ts';
import type { PaperFilter } from './model/filters.ts';
import type { SortValues } from './model/orders.ts';
import type { Page } from './model/pages.ts';

/**
 * The properties by which two papers can be compared, in the order of the schema's enum. Cursors name them in the same
 * order.
 */
export const relatedParts = ['COUPLING', 'COCITATION', 'AUTHORS', 'TOPICS', 'TITLE'] as const;
/** A property by which two papers are compared; each adds a part of the score. */
export type RelatedPart = (typeof relatedParts)[number];

/** The parts that are used if a request names no parts. */
export const usualParts: readonly RelatedPart[] = relatedParts.filter((part) => part !== 'TITLE');

/** COMPLETE: all candidates were scored. STOPPED: the work limit was reached, and the page is empty. */
export type ScoringStatus = 'COMPLETE' | 'STOPPED';

export interface RelatedPapersRequest {
  /** At least one part, in the order of relatedParts. */
  by: readonly RelatedPart[];
  filter?: PaperFilter;
  /** The maximum number of entries of the page, 0–100. */
  first: number;
  /** The position after which the page starts, made by relatedPaperPosition. */
  after?: SortValues;
  /** Reads the list from its end; see PageRequest. */
  backward?: boolean;
  count: boolean;
}

/** Scores in units of 10⁻⁹ (see units.ts). */
export interface RelatedScores {
  /** The sum of all values in `parts`. */
  score: number;
  /** The value of each requested part: 0–1 in units of 10⁻⁹, so 0–10⁹. */
  parts: Readonly<Partial<Record<RelatedPart, number>>>;
}

export interface RelatedPaper extends RelatedScores {
  node: Paper;
}

export interface ScoredPage<Entry> extends Page<Entry> {
  status: ScoringStatus;
}

export type RelatedPapersPage = ScoredPage<RelatedPaper>;

/** The sort values of a related paper: the negated score, and the id. */
export const relatedPaperPosition = ({ node, score }: RelatedPaper): SortValues => [0 - score, node.id];
