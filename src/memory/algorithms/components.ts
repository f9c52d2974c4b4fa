import { at, rowEnd, rowStart, type Adjacency, type NodeRange } from './adjacency.ts';
import type { Steps } from './steps.ts';

/** How many nodes are processed between two pauses in which requests are served. */
const NODES_PER_STEP = 1_000;

/**
 * Finds the connected components. Returns for each node of the range, at the index node − start, the smallest node of
 * its component.
 */
export const components = function* (rows: Adjacency, range: NodeRange): Steps<Uint32Array> {
  const sets = new DisjointSets(range);
  for (let node = range.start; node < range.end; node += 1) {
    if (node % NODES_PER_STEP === 0) yield;
    for (let slot = rowStart(rows, node); slot < rowEnd(rows, node); slot += 1)
      sets.unite(node, at(rows.targets, slot));
  }
  return yield* smallestNodes(sets, range);
};

/**
 * Like `components`, but two nodes are connected if they are in the same row (for example, topics of the same author).
 *
 * @param sources the nodes to which the rows belong
 * @param range the nodes in the rows
 */
export const componentsThroughRows = function* (
  rows: Adjacency,
  sources: NodeRange,
  range: NodeRange,
): Steps<Uint32Array> {
  const sets = new DisjointSets(range);
  for (let source = sources.start; source < sources.end; source += 1) {
    if (source % NODES_PER_STEP === 0) yield;
    const start = rowStart(rows, source);
    for (let slot = start + 1; slot < rowEnd(rows, source); slot += 1)
      sets.unite(at(rows.targets, start), at(rows.targets, slot));
  }
  return yield* smallestNodes(sets, range);
};

const smallestNodes = function* (sets: DisjointSets, { start, end }: NodeRange): Steps<Uint32Array> {
  const smallest = new Uint32Array(end - start);
  for (let node = start; node < end; node += 1) {
    if (node % NODES_PER_STEP === 0) yield;
    smallest[node - start] = sets.smallestOf(node);
  }
  return smallest;
};

/**
 * Union–find with path halving (Tarjan & van Leeuwen, JACM 31, 1984). The time grows almost linearly with the number of
 * calls.
 */
export class DisjointSets {
  readonly #start: number;
  readonly #parents: Uint32Array;

  constructor(range: NodeRange) {
    this.#start = range.start;
    this.#parents = Uint32Array.from({ length: range.end - range.start }, (_, index) => index);
  }

  unite(left: number, right: number): void {
    const one = this.#root(left - this.#start);
    const other = this.#root(right - this.#start);
    if (one < other) this.#parents[other] = one;
    else this.#parents[one] = other;
  }

  /** The smallest node of the set that contains the node. */
  smallestOf(node: number): number {
    return this.#root(node - this.#start) + this.#start;
  }

  #root(index: number): number {
    const parents = this.#parents;
    let each = index;
    while (at(parents, each) !== each) {
      const above = at(parents, at(parents, each));
      parents[each] = above;
      each = above;
    }
    return each;
  }
}
