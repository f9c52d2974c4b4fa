/** The edges of one node: `targets[i]` at `costs[i]`, for i from `start` up to, not including, `end`. */
export interface EdgeSpan {
  targets: ArrayLike<number>;
  costs: ArrayLike<number>;
  start: number;
  end: number;
}

/** An undirected graph to find paths in, with a cost that is a whole number on every edge. */
export interface PathGraph {
  /** Node numbers are below it. */
  size: number;
  edges(node: number): EdgeSpan;
}

/** A path: its nodes from end to end, and the sum of its edges' costs. */
export interface FoundPath {
  nodes: number[];
  cost: number;
}

/** FOUND, or what was proved about there being none; STOPPED proves nothing. */
export type SearchStatus = 'FOUND' | 'NOT_CONNECTED' | 'BEYOND_MAX_LENGTH' | 'STOPPED';

/**
 * How much work a search may do, and when it lets others have the processor. Searches are generators that yield
 * after some thousand edges looked at; whoever runs them decides when to go on.
 */
export class WorkBudget {
  #left: number;
  #untilPause: number;

  /** @param edges how many edges may be looked at. */
  constructor(edges: number) {
    this.#left = edges;
    this.#untilPause = EDGES_BETWEEN_PAUSES;
  }

  /** Counts work done; true where it is time to yield. */
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

/** A fraction of a millisecond of work; some milliseconds where each edge has to be computed first. */
const EDGES_BETWEEN_PAUSES = 2_000;

/** By the ids in order; of two where one begins the other, the shorter first. */
export const compareNodes = (left: readonly number[], right: readonly number[]): number => {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};
