import type { Paper } from './model/entities.ts';

/** PRIOR: works that the papers around a paper cite. DERIVATIVE: works that cite these papers. */
export type WorkDirection = 'PRIOR' | 'DERIVATIVE';

export interface SurroundingWorksRequest {
  direction: WorkDirection;
  /** 0–100. */
  first: number;
}

/** A paper, and how many of the papers around another paper cite it or are cited by it. */
export interface RankedPaper {
  paper: Paper;
  /** At least 2. */
  count: number;
}
