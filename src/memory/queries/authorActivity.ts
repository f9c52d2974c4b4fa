import type { ActivityYear, AuthorActivity } from '../../graph/authorActivity.ts';
import { at, rowEnd, rowStart, targetsOf } from '../algorithms/adjacency.ts';
import { UNKNOWN_YEAR } from '../algorithms/paperColumns.ts';
import type { MemoryGraph } from '../memoryGraph.ts';

/**
 * Counts an author's papers, citations, new collaborators and topics in each year. Topics are given by their node
 * numbers.
 */
export const authorActivity = (graph: MemoryGraph, author: number): AuthorActivity<number> => {
  const { rows } = graph;
  const years = new ActivityYears();
  for (const paper of targetsOf(rows.authorPapers, author)) {
    years.addPaper(yearOf(graph, paper), targetsOf(rows.paperTopics, paper));
    for (const citing of targetsOf(rows.citedBy, paper)) years.add(yearOf(graph, citing), 'citationCount');
  }
  const { collaborators } = rows;
  for (let slot = rowStart(collaborators, author); slot < rowEnd(collaborators, author); slot += 1) {
    years.add(at(collaborators.firstYears, slot), 'newCollaboratorCount');
  }
  return { years: years.inOrder() };
};

const yearOf = ({ columns }: MemoryGraph, paper: number): number => at(columns.years, paper - columns.start);

type Count = 'paperCount' | 'citationCount' | 'newCollaboratorCount';

/** The counts of each year. Papers and citations of unknown years are not counted. */
class ActivityYears {
  readonly #years = new Map<number, Record<Count, number> & { topics: Map<number, number> }>();

  add(year: number, count: Count): void {
    if (year !== UNKNOWN_YEAR) this.#year(year)[count] += 1;
  }

  addPaper(year: number, topics: Uint32Array): void {
    if (year === UNKNOWN_YEAR) return;
    const counts = this.#year(year);
    counts.paperCount += 1;
    for (const topic of topics) counts.topics.set(topic, (counts.topics.get(topic) ?? 0) + 1);
  }

  inOrder(): ActivityYear<number>[] {
    return [...this.#years]
      .sort(([a], [b]) => a - b)
      .map(([year, { topics, ...counts }]) => ({
        year,
        ...counts,
        topics: [...topics]
          .sort(([one, papers], [other, otherPapers]) => otherPapers - papers || one - other)
          .map(([topic, paperCount]) => ({ topic, paperCount })),
      }));
  }

  #year(year: number) {
    const known = this.#years.get(year);
    if (known) return known;
    const counts = {
      paperCount: 0,
      citationCount: 0,
      newCollaboratorCount: 0,
      topics: new Map<number, number>(),
    };
    this.#years.set(year, counts);
    return counts;
  }
}
