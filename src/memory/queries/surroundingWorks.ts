import { runCooperatively, runInSlices } from '../../graph/cooperativeScheduler.ts';
import { GraphError } from '../../graph/errors.ts';
import type { SurroundingWorksRequest } from '../../graph/surroundingWorks.ts';
import { targetsOf, type Adjacency } from '../algorithms/adjacency.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import { citationCountOf } from './citations.ts';
import { nodePage } from './nodePages.ts';
import type { RelatedPapers } from './relatedPapers.ts';
import type { SearchContext } from './searchContext.ts';

/** "The papers around a paper" are the paper itself and at most this many papers that are most related to it. */
const AROUND = 50;
/**
 * A work is listed only if it cites, or is cited by, at least this many of the papers around a paper, because a single
 * citation says little about the subject.
 */
const LEAST_COUNT = 2;

/** A ranked paper, given by its node, because the record is read later. */
export interface NodeRankedPaper {
  node: number;
  count: number;
}

/**
 * Finds the works that are cited by many of the papers around a paper (see AROUND), or that cite many of these papers.
 */
export class SurroundingWorks {
  readonly #graph: MemoryGraph;
  readonly #relatedPapers: RelatedPapers;

  constructor(graph: MemoryGraph, relatedPapers: RelatedPapers) {
    this.#graph = graph;
    this.#relatedPapers = relatedPapers;
  }

  /**
   * @throws GraphError TIMEOUT if there are too many related papers to score them; the reason of the signal if it
   *   aborts.
   */
  async of(
    paper: number,
    { direction, first }: SurroundingWorksRequest,
    context: SearchContext,
  ): Promise<readonly NodeRankedPaper[]> {
    const by = ['COUPLING', 'COCITATION'] as const;
    const request = { by, first: AROUND, count: false };
    const page = await this.#relatedPapers.page(paper, request, undefined, context);
    if (page.status === 'STOPPED') {
      throw new GraphError(
        'TIMEOUT',
        'Too many papers share a reference or a citing paper with this paper, so they cannot all be compared in time. Read its references or its citing papers instead.',
      );
    }
    const around = [paper, ...page.entries.map(({ node }) => node)];
    const { references, citedBy } = this.#graph.rows;
    const rows = direction === 'PRIOR' ? references : citedBy;
    const counts = await runCooperatively(countTargets(rows, around), context.signal);
    return runInSlices(this.#ranked(counts, paper, first), context.signal);
  }

  *#ranked(
    counts: ReadonlyMap<number, number>,
    paper: number,
    first: number,
  ): Steps<readonly NodeRankedPaper[]> {
    const count = (node: number): number => counts.get(node) ?? 0;
    const works = [...counts.keys()].filter((node) => node !== paper && count(node) >= LEAST_COUNT);
    const { entries } = yield* nodePage(
      { length: works.length, entry: (index) => works[index] ?? 0, isRanked: false },
      {
        first,
        columns: [
          (node) => -count(node),
          (node) => -Math.max(citationCountOf(this.#graph, node), 0),
          (node) => node,
        ],
        ...{ after: undefined, backward: false, passes: undefined, count: false },
      },
      (node) => ({ node, count: count(node) }),
    );
    return entries;
  }
}

/** By target: the number of the given nodes that have an edge to this target. */
const countTargets = function* (rows: Adjacency, nodes: readonly number[]): Steps<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const node of nodes) {
    for (const target of targetsOf(rows, node)) counts.set(target, (counts.get(target) ?? 0) + 1);
    yield;
  }
  return counts;
};
