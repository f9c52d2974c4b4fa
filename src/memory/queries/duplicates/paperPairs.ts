import { runInSlices } from '../../../graph/cooperativeScheduler.ts';
import type { DuplicatesRequest } from '../../../graph/identity/duplicates.ts';
import { paperScore } from '../../../graph/identity/paperEvidence.ts';
import type { Page } from '../../../graph/model/pages.ts';
import type { EntityRecords } from '../../entityRecords.ts';
import type { MemoryGraph } from '../../memoryGraph.ts';
import { computedOnce } from '../computedOnce.ts';
import { claimedPairs } from './claimedPairs.ts';
import { duplicatesPage, type DuplicatesScope, type PairList, type ScoredPair } from './duplicatesPage.ts';

/** The pairs of papers to which the records of a catalogue give one DOI. They are few, and all have the same score. */
export class PaperPairs {
  readonly #list: (records: EntityRecords) => Promise<PairList<ScoredPair>>;

  constructor(graph: MemoryGraph) {
    this.#list = computedOnce(async (records) => listOf(await readPairs(graph, records)));
  }

  async page(
    records: EntityRecords,
    request: DuplicatesRequest,
    { signal, ...scope }: Omit<DuplicatesScope, 'isShown'> & { signal: AbortSignal | undefined },
  ): Promise<Page<ScoredPair>> {
    const list = await this.#list(records);
    return runInSlices(duplicatesPage(list, request, { ...scope, isShown: undefined }), signal);
  }
}

const readPairs = async (graph: MemoryGraph, records: EntityRecords): Promise<ScoredPair[]> =>
  [...claimedPairs(await records.claims(), 'PAPER').values()]
    .flatMap(([one, other]) => {
      const [left, right] = [graph.nodeOfId(one), graph.nodeOfId(other)];
      return left === undefined || right === undefined ? [] : [{ left, right, score: paperScore }];
    })
    .sort((a, b) => a.left - b.left || a.right - b.right);

const listOf = (pairs: readonly ScoredPair[]): PairList<ScoredPair> => {
  const pair = (index: number): ScoredPair => pairs[index] as ScoredPair;
  const has = ({ left, right }: ScoredPair, node: number): boolean => left === node || right === node;
  return {
    length: pairs.length,
    left: (index) => pair(index).left,
    right: (index) => pair(index).right,
    score: (index) => pair(index).score,
    pair,
    indexesOf: (node) => Uint32Array.from(pairs.flatMap((each, index) => (has(each, node) ? index : []))),
    indexOf: (one, other) => {
      const index = pairs.findIndex((each) => has(each, one) && has(each, other));
      return index === -1 ? undefined : index;
    },
  };
};
