/** The number of integers in a chunk. */
const CHUNK = 2 ** 16;

/**
 * A list of integers, stored in chunks. It may have millions of integers, and with chunks it need not be copied when it
 * grows.
 */
export class GrowingNumbers {
  readonly #chunks: Int32Array[] = [];
  length = 0;

  push(value: number): void {
    const index = this.length % CHUNK;
    if (index === 0) this.#chunks.push(new Int32Array(CHUNK));
    (this.#chunks.at(-1) as Int32Array)[index] = value;
    this.length += 1;
  }

  /** The number at an index, which must be less than `length`. */
  at(index: number): number {
    return this.#chunks[Math.floor(index / CHUNK)]?.[index % CHUNK] as number;
  }
}
