import { authorMetrics, type AuthorMetrics } from '../../graph/metrics/authorMetrics.ts';
import type { GraphStatistics } from '../../graph/statistics.ts';
import { at, degree, targetsOf, type NodeRange } from '../algorithms/adjacency.ts';
import { UNKNOWN_YEAR } from '../algorithms/paperColumns.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import { citationsOf } from './citations.ts';

/** An author's metrics, computed from the papers. */
export const metricsOf = (graph: MemoryGraph, author: number): AuthorMetrics => {
  const { rows, columns, asOf } = graph;
  const papers = Array.from(targetsOf(rows.authorPapers, author), (paper) => {
    const year = at(columns.years, paper - columns.start);
    return { year: year === UNKNOWN_YEAR ? null : year, citations: citationsOf(graph, paper) };
  });
  return authorMetrics(papers, degree(rows.collaborators, author), asOf);
};

/** Counts the entities and edges of the graph. */
export const statisticsOf = ({ ranges, columns, rows, cap, asOf }: MemoryGraph): GraphStatistics => {
  const size = ({ start, end }: NodeRange): number => end - start;
  return {
    authorCount: size(ranges.AUTHOR),
    paperCount: size(ranges.PAPER),
    topicCount: size(ranges.TOPIC),
    institutionCount: size(ranges.INSTITUTION),
    authorshipCount: rows.paperAuthors.targets.length,
    collaborationCount: rows.collaborators.targets.length / 2,
    citationLinkCount: rows.references.targets.length,
    papersTooLargeForCollaboration: columns.teamSizes.filter((teamSize) => teamSize > cap).length,
    asOf,
  };
};
