import { at } from './adjacency.ts';

/**
 * Short lists of numbers, one for each row. A few of the lists are replaced from time to time. The numbers of a row are
 * in `values` from `starts[row]` up to, not including, `ends[row]`. The space of a replaced list is not used again.
 */
export class NumberRows {
  values = new Uint32Array(1_024);
  starts: Uint32Array;
  ends: Uint32Array;
  #used = 0;

  /** @param count the number of rows; all rows are empty at first */
  constructor(count: number) {
    this.starts = new Uint32Array(count);
    this.ends = new Uint32Array(count);
  }

  row(row: number): Uint32Array {
    return this.values.subarray(at(this.starts, row), at(this.ends, row));
  }

  set(row: number, values: readonly number[]): void {
    const end = this.#used + values.length;
    if (end > this.values.length) {
      const larger = new Uint32Array(Math.max(end, this.values.length * 2));
      larger.set(this.values);
      this.values = larger;
    }
    this.values.set(values, this.#used);
    this.starts[row] = this.#used;
    this.ends[row] = end;
    this.#used = end;
  }

  /**
   * Gives the rows new numbers.
   *
   * @param oldOf by new row number: the old number of the row. If no old row has this number, the new row is empty.
   */
  renumber(oldOf: Uint32Array): void {
    const { starts, ends } = this;
    this.starts = oldOf.map((old) => starts[old] ?? 0);
    this.ends = oldOf.map((old) => ends[old] ?? 0);
  }
}
