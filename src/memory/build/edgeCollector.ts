import type { EdgeList } from '../algorithms/adjacency.ts';

/**
 * The edges of a stored relation, in the direction of the relation. `values` are positions, scores or weights; NaN if
 * an edge has none.
 */
export interface StoredEdges extends EdgeList {
  values?: Float64Array;
}

/** Collects edges in typed arrays that grow, because their number is not known in advance. */
export class EdgeCollector {
  #length = 0;
  #sources = new Uint32Array(1024);
  #targets = new Uint32Array(1024);
  #values = new Float64Array(1024);
  readonly #hasValues: boolean;

  /** @param hasValues whether the edges carry values */
  constructor(hasValues: boolean) {
    this.#hasValues = hasValues;
  }

  get length(): number {
    return this.#length;
  }

  add(source: number, target: number, value: number): void {
    if (this.#length === this.#sources.length) this.#grow();
    this.#sources[this.#length] = source;
    this.#targets[this.#length] = target;
    if (this.#hasValues) this.#values[this.#length] = value;
    this.#length += 1;
  }

  edges(): StoredEdges {
    const ends = {
      sources: this.#sources.subarray(0, this.#length),
      targets: this.#targets.subarray(0, this.#length),
    };
    return this.#hasValues ? { ...ends, values: this.#values.subarray(0, this.#length) } : ends;
  }

  #grow(): void {
    const size = 2 * this.#sources.length;
    const { sources, targets, values = new Float64Array() } = this.edges();
    this.#sources = new Uint32Array(size);
    this.#targets = new Uint32Array(size);
    this.#sources.set(sources);
    this.#targets.set(targets);
    if (this.#hasValues) this.#values = new Float64Array(size);
    this.#values.set(values);
  }
}
