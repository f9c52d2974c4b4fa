import type { NodeRange } from './adjacency.ts';

/** The nodes at each distance, in steps, from one end of the searched path. */
export class StepLayers {
  readonly #start: number;
  /** By node: the distance plus 1; 0 if the node was not reached. */
  readonly #depths: Uint8Array;
  #reached: number[] = [];
  #starts: number[] = [];
  depth = 0;

  constructor({ start, end }: NodeRange) {
    this.#start = start;
    this.#depths = new Uint8Array(end - start);
  }

  get border(): number[] {
    return this.#reached.slice(this.#starts[this.depth]);
  }

  begin(node: number): void {
    this.depth = 0;
    this.#starts = [0];
    this.#reached = [node];
    this.#depths[node - this.#start] = 1;
  }

  /** Starts the next layer. Returns the nodes of the layer that was the last one before. */
  advance(): number[] {
    const border = this.border;
    this.depth += 1;
    this.#starts.push(this.#reached.length);
    return border;
  }

  add(node: number): void {
    this.#depths[node - this.#start] = this.depth + 1;
    this.#reached.push(node);
  }

  has(node: number): boolean {
    return this.#depths[node - this.#start] !== 0;
  }

  depthOf(node: number): number {
    return (this.#depths[node - this.#start] as number) - 1;
  }

  layers(): number[][] {
    return this.#starts.map((start, depth) => this.#reached.slice(start, this.#starts[depth + 1]));
  }

  clear(): void {
    for (const node of this.#reached) this.#depths[node - this.#start] = 0;
    this.#reached = [];
  }
}
