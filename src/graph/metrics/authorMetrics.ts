import { citationBasis, largerCount, type CitationBasis, type Citations } from '../model/citations.ts';

interface YearCount {
  year: number;
  paperCount: number;
  /** The number of citations of the papers from this year. */
  citationCount: number;
}

/** The metrics of an author. They are computed from the stored papers, never copied from a source. */
export interface AuthorMetrics {
  paperCount: number;
  collaboratorCount: number;
  citationCount: number;
  hIndex: number;
  i10Index: number;
  firstYear: number | null;
  lastYear: number | null;
  byYear: YearCount[];
  papersWithUnknownCitations: number;
  /** For each basis of a citation count (see CitationBasis), the number of papers with this basis. */
  basis: { reportedPapers: number; storedPapers: number; unknownPapers: number };
  /** When the stored data last changed, ISO 8601 in UTC. */
  asOf: string;
}

/** The fields of a paper that metrics are computed from. */
export interface MeasuredPaper {
  /** The year of publication; null if it is unknown. */
  year: number | null;
  citations: Citations;
}

/** The h-index: the largest h such that h papers have at least h citations each (Hirsch, PNAS 102:16569, 2005). */
const hIndex = (citationCounts: readonly number[]): number => {
  const descending = [...citationCounts].sort((a, b) => b - a);
  const below = descending.findIndex((count, index) => count < index + 1);
  return below === -1 ? descending.length : below;
};

/**
 * Computes the metrics of an author. For each paper, the larger one of the reported and the stored number of citations
 * is used. If both are unknown, the paper counts as 0 citations, and the number of such papers is reported.
 */
export const authorMetrics = (
  papers: readonly MeasuredPaper[],
  collaboratorCount: number,
  asOf: string,
): AuthorMetrics => {
  const known = papers.flatMap(({ citations }) => largerCount(citations) ?? []);
  const byYear = yearCounts(papers);
  const papersOn = (basis: CitationBasis): number =>
    papers.filter(({ citations }) => citationBasis(citations) === basis).length;
  return {
    paperCount: papers.length,
    collaboratorCount,
    citationCount: known.reduce((sum, count) => sum + count, 0),
    hIndex: hIndex(known),
    i10Index: known.filter((count) => count >= 10).length,
    firstYear: byYear[0]?.year ?? null,
    lastYear: byYear.at(-1)?.year ?? null,
    byYear,
    papersWithUnknownCitations: papers.length - known.length,
    basis: {
      reportedPapers: papersOn('REPORTED'),
      storedPapers: papersOn('STORED'),
      unknownPapers: papersOn('UNKNOWN'),
    },
    asOf,
  };
};

/** The counts of each year, in ascending order. Years without papers and papers without a year are left out. */
const yearCounts = (papers: readonly MeasuredPaper[]): YearCount[] => {
  const byYear = new Map<number, YearCount>();
  for (const { year, citations } of papers) {
    if (year === null) continue;
    const row = byYear.get(year) ?? { year, paperCount: 0, citationCount: 0 };
    byYear.set(year, {
      year,
      paperCount: row.paperCount + 1,
      citationCount: row.citationCount + (largerCount(citations) ?? 0),
    });
  }
  return [...byYear.values()].sort((a, b) => a.year - b.year);
};
