import {
  citationBasis,
  citationsOfPaper,
  largerCount,
  type CitationBasis,
  type Citations,
} from '../../../graph/model/citations.ts';
import type { Paper } from '../records.ts';

export interface CitationSummary extends Citations {
  count: number | null;
  basis: CitationBasis;
}

/** What is known about the citations of a paper. */
export const citationSummary = (paper: Paper): CitationSummary => {
  const citations = citationsOfPaper(paper);
  return { ...citations, count: largerCount(citations), basis: citationBasis(citations) };
};
