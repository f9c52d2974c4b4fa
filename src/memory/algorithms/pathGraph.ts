import type { NodeRange } from './adjacency.ts';

/**
 * The edges of one node. For i from `start` up to, not including, `end`, an edge leads to `targets[i]` and costs
 * `costs[i]`.
 */
export interface EdgeSpan {
  targets: ArrayLike<number>;
  costs: ArrayLike<number>;
  start: number;
  end: number;
}

/** An undirected graph for path searches; the cost of each edge is an integer. */
export interface PathGraph {
  nodes: NodeRange;
  edges(node: number): EdgeSpan;
}

/** A path: its nodes from end to end, and the sum of the costs of its edges. */
export interface FoundPath {
  nodes: number[];
  cost: number;
}

/**
 * Limits the work of a search, and says when the search must yield. A search is a generator that yields after every few
 * thousand visited edges. Its caller decides when it continues.
 */
export class WorkBudget {
  #left: number;
  #untilPause: number;

  /** @param edges how many edges a search may visit */
  constructor(edges: number) {
    this.#left = edges;
    this.#untilPause = EDGES_BETWEEN_PAUSES;
  }

  /** Counts visited edges; returns true when the search has to yield. */
  spend(edges: number): boolean {
    this.#left -= edges;
    this.#untilPause -= edges;
    if (this.#untilPause > 0) return false;
    this.#untilPause = EDGES_BETWEEN_PAUSES;
    return true;
  }

  get isExhausted(): boolean {
    return this.#left < 0;
  }
}

/**
 * A search pauses after visiting this many edges. This takes less than a millisecond, or some milliseconds if the edges
 * have to be computed.
 */
const EDGES_BETWEEN_PAUSES = 2_000;

/**
 * Compares two paths by their node numbers, from the first node on. A path that is the beginning of the other one comes
 * first.
 */
export const compareNodes = (left: readonly number[], right: readonly number[]): number => {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};
