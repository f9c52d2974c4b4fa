import type { Paper } from './model/entities.ts';

/**
 * The papers around a paper are the paper itself and the papers that are most related to it. PRIOR: works that many
 * papers around the paper cite. DERIVATIVE: works that cite many papers around the paper.
 */
export type WorkDirection = 'PRIOR' | 'DERIVATIVE';

export interface SurroundingWorksRequest {
  direction: WorkDirection;
  /** The maximum number of works, 0–100. */
  first: number;
}

/** A prior or derivative work of another paper, with the number of papers that connect the two. */
export interface RankedPaper {
  paper: Paper;
  /**
   * How many of the papers around the other paper (see WorkDirection) cite this work (PRIOR) or are cited by it
   * (DERIVATIVE), at least 2.
   */
  count: number;
}
