import { at, degree, targetsOf, type Adjacency, type NodeRange } from './adjacency.ts';
import type { Steps } from './steps.ts';

interface SimilarityRows {
  /** The nodes between which similarities are computed. */
  range: NodeRange;
  /** The rows from each node to its neighbors. */
  there: Adjacency;
  /** The rows from each neighbor to the nodes that have it. */
  back: Adjacency;
  /** The weight of a neighbor, an integer greater than 0. `nodes` is the number of nodes that have the neighbor. */
  weight(nodes: number): number;
}

const NODES_A_STEP = 1_000;

/**
 * How similar two nodes are by the neighbors that both have: the sum of the weights of the shared neighbors, divided by
 * the square root of the product of the two nodes' weight sums over all their neighbors. The value is 0–1, and 1 if
 * both have the same neighbors (Salton's cosine).
 */
export class NeighborSimilarity {
  readonly #rows: SimilarityRows;
  /** By node: the sum of the weights of all neighbors. Empty before `prepare`. */
  #sums = new Float64Array();

  constructor(rows: SimilarityRows) {
    this.#rows = rows;
  }

  /** Must be called before the other methods: computes the sum of weights of each node. Later calls do nothing. */
  *prepare(): Steps<void> {
    if (this.#sums.length > 0) return;
    const { start, end } = this.#rows.range;
    const sums = new Float64Array(end - start);
    for (let node = start; node < end; node += 1) {
      for (const neighbor of this.neighbors(node)) {
        sums[node - start] = at(sums, node - start) + this.weight(neighbor);
      }
      if (node % NODES_A_STEP === 0) yield;
    }
    this.#sums = sums;
  }

  neighbors(node: number): Uint32Array {
    return targetsOf(this.#rows.there, node);
  }

  /** The nodes that have the neighbor. */
  nodes(neighbor: number): Uint32Array {
    return targetsOf(this.#rows.back, neighbor);
  }

  weight(neighbor: number): number {
    return this.#rows.weight(degree(this.#rows.back, neighbor));
  }

  between(left: number, right: number): number {
    const [few, many] = [this.neighbors(left), this.neighbors(right)].sort((a, b) => a.length - b.length);
    const others = new Set(few);
    let shared = 0;
    for (const neighbor of many ?? []) if (others.has(neighbor)) shared += this.weight(neighbor);
    return this.ofShared(shared, left, right);
  }

  /**
   * Computes the similarity of two nodes, 0–1.
   *
   * @param shared the sum of the weights of the neighbors that both nodes have
   */
  ofShared(shared: number, left: number, right: number): number {
    const { start } = this.#rows.range;
    return shared === 0
      ? 0
      : shared / Math.sqrt(at(this.#sums, left - start) * at(this.#sums, right - start));
  }
}
