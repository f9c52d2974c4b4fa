import type { PaperFields } from './entities.ts';

/** What is known about the citations of a paper. */
export interface Citations {
  /** As the source reports it; null if the source does not state it. */
  reported: number | null;
  /** The number of stored papers that cite it. */
  stored: number;
}

export const citationsOfPaper = ({
  citationCount,
  storedCitations,
}: Pick<PaperFields, 'citationCount'> & { storedCitations: number }): Citations => ({
  reported: citationCount,
  stored: storedCitations,
});

/**
 * Which number is used as a paper's number of citations: the larger one of the reported and the stored number; the
 * reported one if they are equal.
 */
export type CitationBasis = 'REPORTED' | 'STORED' | 'UNKNOWN';

export const citationBasis = ({ reported, stored }: Citations): CitationBasis => {
  if (reported === null) return stored === 0 ? 'UNKNOWN' : 'STORED';
  return stored > reported ? 'STORED' : 'REPORTED';
};

/** The larger number; null if no source states one and no stored paper cites the paper. */
export const largerCount = (citations: Citations): number | null =>
  citationBasis(citations) === 'UNKNOWN' ? null : Math.max(citations.reported ?? 0, citations.stored);
