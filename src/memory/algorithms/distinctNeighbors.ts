import { at, type NodeRange } from './adjacency.ts';

/** Counts how many different neighbors a node has. One object counts for many nodes, one after the other. */
export class DistinctNeighbors {
  readonly #start: number;
  /** By neighbor: the node (plus 1) for which this neighbor was last counted; 0 if it was never counted. */
  readonly #countedFor: Uint32Array;
  #source = 0;
  count = 0;

  /** @param range the nodes that can be neighbors */
  constructor({ start, end }: NodeRange) {
    this.#start = start;
    this.#countedFor = new Uint32Array(end - start);
  }

  /** Begins to count the neighbors of another node. */
  begin(source: number): void {
    this.#source = source + 1;
    this.count = 0;
  }

  add(target: number): void {
    if (at(this.#countedFor, target - this.#start) === this.#source) return;
    this.#countedFor[target - this.#start] = this.#source;
    this.count += 1;
  }
}
