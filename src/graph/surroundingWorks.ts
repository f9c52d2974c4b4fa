import type { Paper } from './model/entities.ts';

/** PRIOR: works that the papers around a paper cite. DERIVATIVE: works that cite these papers. */
export type WorkDirection = 'PRIOR' | 'DERIVATIVE';

export interface SurroundingWorksRequest {
  direction: WorkDirection;
  /** The maximum number of works, 0–100. */
  first: number;
}

/** A paper, and how many of the papers around another paper cite it or are cited by it. */
export interface RankedPaper {
  paper: Paper;
  /** The number of papers around the other paper that cite this one or are cited by it, at least 2. */
  count: number;
}
