import { runCooperatively } from '../../graph/cooperativeScheduler.ts';
import type {
  RelatedPapersRequest,
  RelatedPart,
  RelatedScores,
  ScoredPage,
  ScoringStatus,
} from '../../graph/relatedPapers.ts';
import { toUnits } from '../../graph/units.ts';
import type { Adjacency } from '../algorithms/adjacency.ts';
import { NeighborSimilarity } from '../algorithms/neighborSimilarity.ts';
import { WorkBudget } from '../algorithms/pathGraph.ts';
import { SimilarityScores } from '../algorithms/similarityScores.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph } from '../memoryGraph.ts';
import { nodePage } from './nodePages.ts';
import type { SearchContext } from './searchContext.ts';

/** How many edges a search may visit before it ends with STOPPED: about a second of work. */
const WORK_BUDGET = 50_000_000;

/** A related paper before the record is read. */
export interface NodeRelatedPaper extends RelatedScores {
  node: number;
}

/** Finds the papers that are like a paper, with pauses in which other requests are served. */
export class RelatedPapers {
  readonly #graph: MemoryGraph;
  readonly #similarities: Readonly<Record<RelatedPart, NeighborSimilarity>>;
  readonly #idleScores: SimilarityScores[] = [];

  constructor(graph: MemoryGraph) {
    this.#graph = graph;
    this.#similarities = similarities(graph);
  }

  /**
   * @param after the column values after which the page starts
   * @throws the signal's reason
   */
  page(
    paper: number,
    request: RelatedPapersRequest,
    after: readonly number[] | undefined,
    { tests, signal }: Omit<SearchContext, 'nodeOf'>,
  ): Promise<ScoredPage<NodeRelatedPaper>> {
    const { by, filter, first, backward, count } = request;
    return this.#scored(paper, by, signal, ({ candidates, score }, status) => ({
      ...nodePage(
        { length: candidates.length, entry: (index) => candidates[index] ?? 0, isRanked: false },
        {
          first,
          columns: [(each) => -score(each), (each) => each],
          after,
          backward,
          passes: tests.ofPapers(filter),
          count,
        },
        (node) => ({ node, score: score(node), parts: this.#partsOf(by, paper, node) }),
      ),
      status,
    }));
  }

  /** Calls `read` with the scores of all candidates; without any if the search was stopped. */
  async #scored<Result>(
    paper: number,
    by: readonly RelatedPart[],
    signal: AbortSignal | undefined,
    read: (scores: SimilarityScores, status: ScoringStatus) => Result,
  ): Promise<Result> {
    const scores = this.#idleScores.pop() ?? new SimilarityScores(this.#graph.ranges.PAPER, toUnits);
    try {
      const status = await runCooperatively(this.#score(scores, paper, by), signal);
      if (status === 'STOPPED') scores.clear();
      return read(scores, status);
    } finally {
      scores.clear();
      this.#idleScores.push(scores);
    }
  }

  *#score(scores: SimilarityScores, paper: number, by: readonly RelatedPart[]): Steps<ScoringStatus> {
    const budget = new WorkBudget(WORK_BUDGET);
    for (const part of by) {
      yield* scores.add(this.#similarities[part], paper, budget);
      if (budget.isExhausted) return 'STOPPED';
    }
    yield; // one of many short searches gives way to other requests, too
    return 'COMPLETE';
  }

  #partsOf(by: readonly RelatedPart[], paper: number, other: number): RelatedScores['parts'] {
    return Object.fromEntries(
      by.map((part) => [part, toUnits(this.#similarities[part].between(paper, other))]),
    );
  }
}

/** The weights are those of the schema's enum RelatedBy, in units of 10⁻⁹. */
const similarities = ({ rows, ranges }: MemoryGraph): Record<RelatedPart, NeighborSimilarity> => {
  const range = ranges.PAPER;
  const paperCount = range.end - range.start;
  const similarity = (there: Adjacency, back: Adjacency, weight: (papers: number) => number) =>
    new NeighborSimilarity({ range, there, back, weight });
  const rareness = (papers: number): number => toUnits(1 / Math.log(1 + papers));
  return {
    COUPLING: similarity(rows.references, rows.citedBy, rareness),
    COCITATION: similarity(rows.citedBy, rows.references, () => toUnits(1)),
    AUTHORS: similarity(rows.paperAuthors, rows.authorPapers, rareness),
    TOPICS: similarity(rows.paperTopics, rows.topicPapers, (papers) =>
      toUnits(Math.log(1 + paperCount / papers) ** 2),
    ),
  };
};
