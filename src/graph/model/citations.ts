import type { PaperFields } from './entities.ts';

/** The known numbers of citations of a paper. */
export interface Citations {
  /** The number of citations that the source reports; null if it reports none. */
  reported: number | null;
  /** The number of stored papers that cite the paper. */
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
 * REPORTED or STORED: the larger one of the two numbers, which is used as the paper's number of citations; REPORTED if
 * they are equal. UNKNOWN: neither number is known.
 */
export type CitationBasis = 'REPORTED' | 'STORED' | 'UNKNOWN';

export const citationBasis = ({ reported, stored }: Citations): CitationBasis => {
  if (reported === null) return stored === 0 ? 'UNKNOWN' : 'STORED';
  return stored > reported ? 'STORED' : 'REPORTED';
};

/** The larger number; null if no source states one and no stored paper cites the paper. */
export const largerCount = (citations: Citations): number | null =>
  citationBasis(citations) === 'UNKNOWN' ? null : Math.max(citations.reported ?? 0, citations.stored);
