import { citationBasis, largerCount, type CitationBasis } from '../../../graph/metrics/citations.ts';
import type { Loaders } from '../../loading/loaders.ts';
import { relationPages } from '../../loading/relationConnection.ts';
import type { Paper } from '../records.ts';

export interface CitationSummary {
  reported: number | null;
  stored: number;
  count: number | null;
  basis: CitationBasis;
}

/** What is known about the citations of a paper. Takes one read, of the number of stored papers that cite it. */
export const citationSummary = async (loaders: Loaders, paper: Paper): Promise<CitationSummary> => {
  const { total } = await relationPages(loaders, 'citedBy', { first: 0 }).load(paper.id, 'count');
  if (total === undefined) throw new TypeError('The store returned a page without the requested count.');
  const citations = { reported: paper.citationCount, stored: total };
  return { ...citations, count: largerCount(citations), basis: citationBasis(citations) };
};
