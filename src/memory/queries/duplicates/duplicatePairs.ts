import type { DuplicatesRequest } from '../../../graph/identity/duplicates.ts';
import { runCooperatively } from '../../../graph/cooperativeScheduler.ts';
import type { Page } from '../../../graph/model/pages.ts';
import type { MemoryGraph } from '../../memoryGraph.ts';
import type { EntityRecords } from '../../records.ts';
import { nodePage } from '../nodePages.ts';
import type { DifferentNodes } from './differentNodes.ts';
import { findDuplicates, type Duplicate } from './findDuplicates.ts';

interface DuplicatesScope {
  /** The author of all pairs of the page; undefined for pairs of any authors. */
  author: number | undefined;
  after: readonly number[] | undefined;
  different: DifferentNodes;
}

/** Pages of the pairs of authors that may be one person. The pairs are computed once for a graph. */
export class DuplicatePairs {
  readonly #graph: MemoryGraph;
  #pairs: Promise<readonly Duplicate[]> | undefined;
  readonly #byAuthor = new Map<number, Duplicate[]>();

  constructor(graph: MemoryGraph) {
    this.#graph = graph;
  }

  async page(
    records: EntityRecords,
    { minScore, status = 'OPEN', first, backward, count }: DuplicatesRequest,
    { author, after, different }: DuplicatesScope,
  ): Promise<Page<Duplicate>> {
    const all = await this.#all(records);
    const pairs = author === undefined ? all : (this.#byAuthor.get(author) ?? []);
    const pairAt = (index: number): Duplicate => pairs[index] as Duplicate;
    return nodePage(
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
  }

  #all(records: EntityRecords): Promise<readonly Duplicate[]> {
    this.#pairs ??= this.#compute(records).catch((thrown: unknown) => {
      this.#pairs = undefined;
      throw thrown;
    });
    return this.#pairs;
  }

  async #compute(records: EntityRecords): Promise<readonly Duplicate[]> {
    const namings = await records.authorNamings();
    const pairs = await runCooperatively(findDuplicates(this.#graph, namings));
    for (const pair of pairs) {
      for (const author of [pair.left, pair.right]) {
        const others = this.#byAuthor.get(author);
        if (others) others.push(pair);
        else this.#byAuthor.set(author, [pair]);
      }
    }
    return pairs;
  }
}
