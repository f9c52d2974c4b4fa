import {
  citationBasis,
  citationsOfPaper,
  largerCount,
  type CitationBasis,
  type Citations,
} from '../../../graph/model/citations.ts';
import type { Paper } from '../parents.ts';

export interface CitationSummary extends Citations {
  count: number | null;
  basis: CitationBasis;
}

/** The citation counts of a paper, from the source and from the stored papers. */
export const citationSummary = (paper: Paper): CitationSummary => {
  const citations = citationsOfPaper(paper);
  return { ...citations, count: largerCount(citations), basis: citationBasis(citations) };
};
