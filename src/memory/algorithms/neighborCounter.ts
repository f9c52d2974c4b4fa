import { at, type NodeRange } from './adjacency.ts';
import { UNKNOWN_YEAR, type PaperColumns } from './paperColumns.ts';

/**
 * Counts the papers that connect one node with each of its neighbors. After `clear`, it counts for another node, so
 * that its arrays are allocated only once.
 */
export class NeighborCounter {
  readonly #papers: Uint32Array;
  readonly #firstYears: Int16Array;
  readonly #lastYears: Int16Array;
  readonly #strengths: Float64Array;
  readonly #columns: PaperColumns;
  readonly #start: number;
  #hasStrength = false;
  /** The counted neighbors, in no particular order. */
  neighbors: number[] = [];

  constructor(range: NodeRange, columns: PaperColumns) {
    const size = range.end - range.start;
    this.#start = range.start;
    this.#columns = columns;
    this.#papers = new Uint32Array(size);
    this.#firstYears = new Int16Array(size);
    this.#lastYears = new Int16Array(size);
    this.#strengths = new Float64Array(size);
  }

  add(target: number, paper: number, strength: number): void {
    const index = target - this.#start;
    const year = this.#columns.years[paper - this.#columns.start] as number;
    if (strength !== 0) this.#hasStrength = true;
    if (this.#papers[index] === 0) {
      this.neighbors.push(target);
      this.#firstYears[index] = year;
      this.#lastYears[index] = year;
      this.#strengths[index] = strength;
    } else {
      const first = this.#firstYears[index] as number;
      if (year !== UNKNOWN_YEAR && (first === UNKNOWN_YEAR || year < first)) this.#firstYears[index] = year;
      if (year > (this.#lastYears[index] as number)) this.#lastYears[index] = year; // UNKNOWN_YEAR is smaller than every year
      this.#strengths[index] = (this.#strengths[index] as number) + strength;
    }
    this.#papers[index] = (this.#papers[index] as number) + 1;
  }

  papers = (target: number): number => at(this.#papers, target - this.#start);
  firstYear = (target: number): number => at(this.#firstYears, target - this.#start);
  lastYear = (target: number): number => at(this.#lastYears, target - this.#start);
  strength = (target: number): number => at(this.#strengths, target - this.#start);

  /** Sorts the neighbors by descending papers, then descending strength, then ascending id. */
  sort(): void {
    this.#sortByPapers();
    const { neighbors } = this;
    if (!this.#hasStrength) return;
    for (let start = 0, end = 0; start < neighbors.length; start = end) {
      const papers = this.papers(neighbors[start] as number);
      while (end < neighbors.length && this.papers(neighbors[end] as number) === papers) end += 1;
      if (end - start > 1) this.#sortByStrength(start, end);
    }
  }

  /**
   * Makes one number from the paper count and the index of each neighbor, and sorts these numbers. This takes a third
   * of the time of a sort with a comparison function.
   */
  #sortByPapers(): void {
    const { neighbors } = this;
    const size = this.#papers.length;
    const places = new Float64Array(neighbors.length);
    for (let index = 0; index < places.length; index += 1) {
      const target = neighbors[index] as number;
      places[index] = target - this.#start - this.papers(target) * size;
    }
    places.sort();
    for (let index = 0; index < places.length; index += 1) {
      const place = at(places, index);
      neighbors[index] = this.#start + place - Math.floor(place / size) * size;
    }
  }

  /**
   * Sorts the neighbors from `start` to `end`, which have the same number of papers, by descending strength. As in
   * `#sortByPapers`, it sorts numbers that contain strength and index, unless these would be greater than 2⁵³.
   */
  #sortByStrength(start: number, end: number): void {
    const run = this.neighbors.slice(start, end);
    const strengths = Float64Array.from(run, this.strength);
    const largest = strengths.reduce((most, each) => Math.max(most, each), 0);
    if ((largest + 1) * run.length > Number.MAX_SAFE_INTEGER) {
      run.sort((a, b) => this.strength(b) - this.strength(a) || a - b);
      for (const [index, target] of run.entries()) this.neighbors[start + index] = target;
      return;
    }
    const places = strengths.map((strength, index) => index - strength * run.length).sort();
    for (const [index, place] of places.entries())
      this.neighbors[start + index] = run[((place % run.length) + run.length) % run.length] as number;
  }

  clear(): void {
    for (const target of this.neighbors) this.#papers[target - this.#start] = 0;
    this.neighbors = [];
    this.#hasStrength = false;
  }
}
