import type { WorkDirection } from '../../src/graph/surroundingWorks.ts';
import { bytes, type HandGraph } from './byHand.ts';
import { relatedPapersByHand } from './relatedPapersByHand.ts';

export interface HandRankedPaper {
  id: string;
  count: number;
}

/** How many stored papers cite a paper. */
export const citingPapers = (graph: HandGraph, id: string): number =>
  graph.papers.filter(({ references }) => references.includes(id)).length;

/** The papers that at least two of the papers around a paper cite, or that cite at least two of them. */
export const surroundingWorksByHand = (
  graph: HandGraph,
  id: string,
  direction: WorkDirection,
): HandRankedPaper[] => {
  const related = relatedPapersByHand(graph, id, ['COUPLING', 'COCITATION']).slice(0, 50);
  const around = new Set([id, ...related.map((each) => each.id)]);
  const cites = (from: string, to: string): boolean =>
    graph.papers.some((paper) => paper.id === from && paper.references.includes(to));
  const citations = (work: string): number => {
    const reported = graph.papers.find((paper) => paper.id === work)?.record.citationCount ?? 0;
    return Math.max(reported, citingPapers(graph, work));
  };
  return graph.papers
    .filter((paper) => paper.id !== id)
    .map((paper) => ({
      id: paper.id,
      count: [...around].filter((each) =>
        direction === 'PRIOR' ? cites(each, paper.id) : cites(paper.id, each),
      ).length,
    }))
    .filter(({ count }) => count >= 2)
    .sort((a, b) => b.count - a.count || citations(b.id) - citations(a.id) || bytes(a.id, b.id));
};
