import type { DuplicatesRequest } from '../../../graph/identity/duplicates.ts';
import { runCooperatively, runInSlices } from '../../../graph/cooperativeScheduler.ts';
import type { Page } from '../../../graph/model/pages.ts';
import type { MemoryGraph } from '../../memoryGraph.ts';
import type { Steps } from '../../algorithms/steps.ts';
import type { EntityRecords } from '../../records.ts';
import { computedOnce } from '../computedOnce.ts';
import { nodePage } from '../nodePages.ts';
import type { DifferentNodes } from './differentNodes.ts';
import { findDuplicates, type Duplicate } from './findDuplicates.ts';

interface DuplicatesScope {
  /** The author of all pairs of the page; undefined for pairs of any authors. */
  author: number | undefined;
  after: readonly number[] | undefined;
  different: DifferentNodes;
  signal: AbortSignal | undefined;
}

/** How many pairs are entered between two pauses in which requests are served. */
const PAIRS_PER_STEP = 2_000;

/** Pages of the pairs of authors that may be one person. */
export class DuplicatePairs {
  readonly #graph: MemoryGraph;
  readonly #pairs = computedOnce(async (records: EntityRecords): Promise<PairLists> => {
    const namings = await records.authorNamings();
    const all = await runCooperatively(findDuplicates(this.#graph, namings));
    return { all, byAuthor: await runInSlices(pairsByAuthor(all)) };
  });

  constructor(graph: MemoryGraph) {
    this.#graph = graph;
  }

  async page(
    records: EntityRecords,
    { minScore, status = 'OPEN', first, backward, count }: DuplicatesRequest,
    { author, after, different, signal }: DuplicatesScope,
  ): Promise<Page<Duplicate>> {
    const { all, byAuthor } = await this.#pairs(records);
    const pairs = author === undefined ? all : (byAuthor.get(author) ?? []);
    const pairAt = (index: number): Duplicate => pairs[index] as Duplicate;
    const page = nodePage(
      { length: pairs.length, entry: (index) => index, isRanked: true },
      {
        first,
        columns: [
          (index) => 0 - pairAt(index).score,
          (index) => pairAt(index).left,
          (index) => pairAt(index).right,
        ],
        after,
        backward,
        passes: (index) => {
          const { left, right, score } = pairAt(index);
          return score >= minScore && different.has(left, right) === (status === 'DIFFERENT');
        },
        count,
      },
      pairAt,
    );
    return runInSlices(page, signal);
  }
}

interface PairLists {
  all: readonly Duplicate[];
  byAuthor: ReadonlyMap<number, readonly Duplicate[]>;
}

const pairsByAuthor = function* (pairs: readonly Duplicate[]): Steps<Map<number, Duplicate[]>> {
  const byAuthor = new Map<number, Duplicate[]>();
  for (const [index, pair] of pairs.entries()) {
    if (index % PAIRS_PER_STEP === 0) yield;
    for (const author of [pair.left, pair.right]) {
      const others = byAuthor.get(author);
      if (others) others.push(pair);
      else byAuthor.set(author, [pair]);
    }
  }
  return byAuthor;
};
