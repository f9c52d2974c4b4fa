import type { Paper } from './model/entities.ts';

/** PRIOR: what the papers around a paper cite. DERIVATIVE: what cites them. */
export type WorkDirection = 'PRIOR' | 'DERIVATIVE';

export interface SurroundingWorksRequest {
  direction: WorkDirection;
  /** 0–100. */
  first: number;
}

/** A paper, with how many of the papers around another one cite it or are cited by it. */
export interface RankedPaper {
  paper: Paper;
  /** At least 2. */
  count: number;
}
