import type { Paper } from './model/entities.ts';

/**
 * For a paper, the most related papers are found first. PRIOR: works that many of these related papers cite.
 * DERIVATIVE: works that cite many of these related papers.
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
   * How many of the papers that are most related to the other paper cite this work (PRIOR) or are cited by it
   * (DERIVATIVE), at least 2.
   */
  count: number;
}
