import { at, type NodeRange } from './adjacency.ts';
import type { NeighborSimilarity } from './neighborSimilarity.ts';
import type { WorkBudget } from './pathGraph.ts';
import type { Steps } from './steps.ts';

/** The score of a node that is not a candidate. */
const NONE = -1;

/**
 * Computes exact scores for all nodes that share a neighbor with a given node. A score is the sum of several
 * similarities. The arrays have an element for every node of the kind, so one object is used for many searches, one
 * after the other.
 */
export class SimilarityScores {
  readonly #start: number;
  readonly #toInteger: (similarity: number) => number;
  /** By node: the sum of the weights of the shared neighbors, for the similarity that `add` is computing. */
  readonly #shared: Float64Array;
  readonly #scores: Float64Array;
  /** The nodes that have a score, in no particular order. */
  candidates: number[] = [];

  /** @param toInteger converts a similarity (0–1) to the integer that is added to the score */
  constructor({ start, end }: NodeRange, toInteger: (similarity: number) => number) {
    this.#start = start;
    this.#toInteger = toInteger;
    this.#shared = new Float64Array(end - start);
    this.#scores = new Float64Array(end - start).fill(NONE);
  }

  score = (candidate: number): number => at(this.#scores, candidate - this.#start);

  /**
   * Compares the node `of` with all other nodes by one kind of similarity, for example common references, and adds the
   * result to their scores.
   *
   * @param budget counts visited edges; once it is exhausted, the scores are incomplete
   */
  *add(similarity: NeighborSimilarity, of: number, budget: WorkBudget): Steps<void> {
    yield* similarity.prepare();
    const sharing: number[] = [];
    try {
      for (const neighbor of similarity.neighbors(of)) {
        const nodes = similarity.nodes(neighbor);
        if (budget.spend(nodes.length)) yield;
        if (budget.isExhausted) return;
        this.#share(nodes, similarity.weight(neighbor), of, sharing);
      }
      for (const node of sharing) {
        const shared = at(this.#shared, node - this.#start);
        this.#addScore(node, this.#toInteger(similarity.ofShared(shared, of, node)));
        if (budget.spend(1)) yield;
      }
    } finally {
      for (const node of sharing) this.#shared[node - this.#start] = 0;
    }
  }

  clear(): void {
    for (const candidate of this.candidates) this.#scores[candidate - this.#start] = NONE;
    this.candidates = [];
  }

  /**
   * Adds the weight of one neighbor to the sum of each node in `nodes`, which are the nodes that have this neighbor;
   * leaves out the node `of`. Appends to `sharing` the nodes whose sum was 0 before.
   */
  #share(nodes: Uint32Array, weight: number, of: number, sharing: number[]): void {
    const shared = this.#shared;
    for (const node of nodes) {
      if (node === of) continue;
      const index = node - this.#start;
      const sum = at(shared, index);
      if (sum === 0) sharing.push(node);
      shared[index] = sum + weight;
    }
  }

  #addScore(node: number, value: number): void {
    const index = node - this.#start;
    const score = at(this.#scores, index);
    if (score === NONE) this.candidates.push(node);
    this.#scores[index] = score === NONE ? value : score + value;
  }
}
