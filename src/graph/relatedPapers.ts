import type { Paper } from './model/entities.ts';
import type { PaperFilter } from './model/filters.ts';
import type { SortValues } from './model/orders.ts';
import type { Page } from './model/pages.ts';

/** In the order of the schema's enum, which is also the order in cursors. */
export const relatedParts = ['COUPLING', 'COCITATION', 'AUTHORS', 'TOPICS', 'TITLE'] as const;
/** What two papers are compared by. */
export type RelatedPart = (typeof relatedParts)[number];

/** The parts of a request that names none. */
export const usualParts: readonly RelatedPart[] = relatedParts.filter((part) => part !== 'TITLE');

/** COMPLETE: all candidates were scored. STOPPED: the work limit was reached, and the page is empty. */
export type ScoringStatus = 'COMPLETE' | 'STOPPED';

export interface RelatedPapersRequest {
  /** At least one part, in the order of relatedParts. */
  by: readonly RelatedPart[];
  filter?: PaperFilter;
  /** 0–100. */
  first: number;
  /** A position from relatedPaperPosition. */
  after?: SortValues;
  /** As in PageRequest. */
  backward?: boolean;
  count: boolean;
}

/** Scores in units of 10⁻⁹ (see units.ts). */
export interface RelatedScores {
  /** The sum of the parts. */
  score: number;
  /** The parts that were requested, each 0–1. */
  parts: Readonly<Partial<Record<RelatedPart, number>>>;
}

export interface RelatedPaper extends RelatedScores {
  node: Paper;
}

export interface ScoredPage<Entry> extends Page<Entry> {
  status: ScoringStatus;
}

export type RelatedPapersPage = ScoredPage<RelatedPaper>;

/** The sort values of a related paper: score, id. */
export const relatedPaperPosition = ({ node, score }: RelatedPaper): SortValues => [0 - score, node.id];
