import type { NodeRange } from './adjacency.ts';

/**
 * A priority queue of nodes, ordered by the least known cost of each node. It is a binary heap that also stores the
 * index of each node. Its arrays have an element for each node of the graph, so one queue is used for many searches.
 */
export class NearestNodes {
  readonly #start: number;
  readonly #costs: Float64Array;
  /** By node: its index in the heap plus 1; 0 if the node is not in the heap. */
  readonly #places: Uint32Array;
  #heap: number[] = [];
  #reached: number[] = [];

  constructor({ start, end }: NodeRange) {
    const size = end - start;
    this.#start = start;
    this.#costs = new Float64Array(size).fill(Infinity);
    this.#places = new Uint32Array(size);
  }

  /** The nodes that were reached but not yet taken, in no particular order. */
  get waiting(): readonly number[] {
    return this.#heap;
  }

  /**
   * The least cost of the waiting nodes; Infinity if no node is waiting. All nodes that are taken later cost at least
   * this.
   */
  get radius(): number {
    const nearest = this.#heap[0];
    return nearest === undefined ? Infinity : this.costOf(nearest);
  }

  /** The least known cost of the node; Infinity if it was not reached. */
  costOf(node: number): number {
    return this.#costs[node - this.#start] as number;
  }

  /**
   * A lower bound of the cost of the cheapest path to the node. It is this cost exactly if `costOf(node)` is at most
   * the radius.
   */
  leastCostOf(node: number): number {
    return Math.min(this.costOf(node), this.radius);
  }

  isTaken(node: number): boolean {
    return this.#places[node - this.#start] === 0 && this.costOf(node) < Infinity;
  }

  /** Records that the node is reached at this cost. Returns false if an equal or lower cost is already known. */
  reach(node: number, cost: number): boolean {
    const known = this.costOf(node);
    if (cost >= known) return false;
    if (known === Infinity) this.#reached.push(node);
    this.#costs[node - this.#start] = cost;
    const place = this.#places[node - this.#start] || this.#heap.push(node);
    this.#rise(place - 1, node);
    return true;
  }

  /** Removes and returns the nearest node; undefined if the queue is empty. */
  take(): number | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) return undefined;
    this.#places[first - this.#start] = 0;
    if (heap.length > 0) this.#sink(last);
    return first;
  }

  clear(): void {
    for (const node of this.#reached) {
      this.#costs[node - this.#start] = Infinity;
      this.#places[node - this.#start] = 0;
    }
    this.#reached = [];
    this.#heap = [];
  }

  #rise(from: number, node: number): void {
    const cost = this.costOf(node);
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >>> 1;
      const above = this.#heap[parent] as number;
      if (cost >= this.costOf(above)) break;
      this.#put(above, place);
      place = parent;
    }
    this.#put(node, place);
  }

  #sink(node: number): void {
    const heap = this.#heap;
    const cost = this.costOf(node);
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && this.#isNearer(child + 1, child)) child += 1;
      const below = heap[child] as number;
      if (cost <= this.costOf(below)) break;
      this.#put(below, place);
      place = child;
    }
    this.#put(node, place);
  }

  #isNearer(left: number, right: number): boolean {
    return this.costOf(this.#heap[left] as number) < this.costOf(this.#heap[right] as number);
  }

  #put(node: number, place: number): void {
    this.#heap[place] = node;
    this.#places[node - this.#start] = place + 1;
  }
}
