import { runCooperatively, runInSlices } from '../../graph/cooperativeScheduler.ts';
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
import type { EntityRecords } from '../entityRecords.ts';
import { computedOnce } from './computedOnce.ts';
import { nodePage } from './nodePages.ts';
import type { SearchContext } from './searchContext.ts';
import { titleSimilarity } from './titleSimilarity.ts';

/** The maximum number of edges that a search may visit, which takes about a second. After that it ends with STOPPED. */
const WORK_BUDGET = 50_000_000;

/** A related paper, given by its node, because the record is read later. */
export interface NodeRelatedPaper extends RelatedScores {
  node: number;
}

type Similarities = Readonly<Partial<Record<RelatedPart, NeighborSimilarity>>>;

/** Finds the papers that are most similar to a paper, with pauses in which other requests are served. */
export class RelatedPapers {
  readonly #graph: MemoryGraph;
  readonly #similarities: Similarities;
  /** The similarity of titles. It is computed from records, because the graph does not hold titles. */
  readonly #titles = computedOnce(async (records: EntityRecords): Promise<NeighborSimilarity> => {
    const titles = await records.paperTitles();
    return runCooperatively(titleSimilarity(this.#graph, titles, inverseFrequency(this.#graph)));
  });
  readonly #idleScores: SimilarityScores[] = [];

  constructor(graph: MemoryGraph) {
    this.#graph = graph;
    this.#similarities = similarities(graph);
  }

  /**
   * @param after the page starts after the entry with these column values
   * @throws the reason of the signal if it aborts
   */
  async page(
    paper: number,
    request: RelatedPapersRequest,
    after: readonly number[] | undefined,
    { tests, records, signal }: SearchContext,
  ): Promise<ScoredPage<NodeRelatedPaper>> {
    const { by, filter, first, backward, count } = request;
    const parts = await this.#parts(by, records);
    return this.#scored(paper, parts, signal, function* ({ candidates, score }, status) {
      const page = yield* nodePage(
        { length: candidates.length, entry: (index) => candidates[index] ?? 0, isRanked: false },
        {
          first,
          columns: [(each) => -score(each), (each) => each],
          after,
          backward,
          passes: tests.ofPapers(filter),
          count,
        },
        (node) => ({ node, score: score(node), parts: partScores(parts, paper, node) }),
      );
      return { ...page, status };
    });
  }

  /**
   * For each requested part of a paper, for example its references: the object that computes how similar papers are in
   * it.
   */
  async #parts(by: readonly RelatedPart[], records: EntityRecords): Promise<Similarities> {
    const all = by.includes('TITLE')
      ? { ...this.#similarities, TITLE: await this.#titles(records) }
      : this.#similarities;
    return Object.fromEntries(by.map((part) => [part, all[part]]));
  }

  /** Calls `read` with the scores of all candidates, or with no candidates if the search was stopped. */
  async #scored<Result>(
    paper: number,
    parts: Similarities,
    signal: AbortSignal | undefined,
    read: (scores: SimilarityScores, status: ScoringStatus) => Steps<Result>,
  ): Promise<Result> {
    const scores = this.#idleScores.pop() ?? new SimilarityScores(this.#graph.ranges.PAPER, toUnits);
    try {
      const status = await runCooperatively(score(scores, paper, Object.values(parts)), signal);
      if (status === 'STOPPED') scores.clear();
      return await runInSlices(read(scores, status), signal);
    } finally {
      scores.clear();
      this.#idleScores.push(scores);
    }
  }
}

const score = function* (
  scores: SimilarityScores,
  paper: number,
  parts: readonly NeighborSimilarity[],
): Steps<ScoringStatus> {
  const budget = new WorkBudget(WORK_BUDGET);
  for (const part of parts) {
    yield* scores.add(part, paper, budget);
    if (budget.isExhausted) return 'STOPPED';
  }
  yield; // pauses after a short search, too: a request may consist of many short searches
  return 'COMPLETE';
};

const partScores = (parts: Similarities, paper: number, other: number): RelatedScores['parts'] =>
  Object.fromEntries(
    Object.entries(parts).map(([part, similarity]) => [part, toUnits(similarity.between(paper, other))]),
  );

/**
 * Returns a function from the number of papers that have a property to the square of the inverse document frequency of
 * this property, in units of 10⁻⁹.
 */
const inverseFrequency = ({ ranges: { PAPER } }: MemoryGraph): ((papers: number) => number) => {
  const paperCount = PAPER.end - PAPER.start;
  return (papers) => toUnits(Math.log(1 + paperCount / papers) ** 2);
};

/**
 * The similarity for each part. The weights are those that the schema describes at the enum RelatedBy, in units of
 * 10⁻⁹.
 */
const similarities = (graph: MemoryGraph): Similarities => {
  const { rows, ranges } = graph;
  const similarity = (there: Adjacency, back: Adjacency, weight: (papers: number) => number) =>
    new NeighborSimilarity({ range: ranges.PAPER, there, back, weight });
  const rareness = (papers: number): number => toUnits(1 / Math.log(1 + papers));
  return {
    COUPLING: similarity(rows.references, rows.citedBy, rareness),
    COCITATION: similarity(rows.citedBy, rows.references, () => toUnits(1)),
    AUTHORS: similarity(rows.paperAuthors, rows.authorPapers, rareness),
    TOPICS: similarity(rows.paperTopics, rows.topicPapers, inverseFrequency(graph)),
  };
};
