import { rowEnd, rowStart, type Adjacency, type NodeRange } from './adjacency.ts';
import { NeighborCounter } from './neighborCounter.ts';
import type { PaperColumns } from './paperColumns.ts';
import type { Steps } from './steps.ts';

/** The rows of a derived relation. The arrays hold, by slot, facts about the papers from which an edge follows. */
export interface CountedRows extends Adjacency {
  papers: Uint32Array;
  /** UNKNOWN_YEAR if no paper of the edge has a known year. */
  firstYears: Int16Array;
  lastYears: Int16Array;
  /**
   * The sum of the strengths that the papers of the edge add, in units of 10⁻⁹. Undefined for all relations except
   * collaborations.
   */
  strengths: Float64Array | undefined;
}

/** Which papers are counted, and how much each adds to the strength. */
export interface CountingRules {
  passes?: (paper: number) => boolean;
  /** The strength that a paper adds, in units of 10⁻⁹. */
  strength?: (paper: number) => number;
}

/**
 * Calls `add` of the counter once for each paper of the source and each neighbor to whom this paper connects the
 * source.
 */
export type NeighborSource = (source: number, counter: NeighborCounter) => void;

/** Finds neighbors through papers: all targets of the papers of a source, except the source itself. */
export const throughPapers =
  (sourcePapers: Adjacency, paperTargets: Adjacency, rules: CountingRules = {}): NeighborSource =>
  (source, counter) => {
    for (let slot = rowStart(sourcePapers, source); slot < rowEnd(sourcePapers, source); slot += 1) {
      const paper = sourcePapers.targets[slot] as number;
      if (rules.passes && !rules.passes(paper)) continue;
      const strength = rules.strength?.(paper) ?? 0;
      for (let place = rowStart(paperTargets, paper); place < rowEnd(paperTargets, paper); place += 1) {
        const target = paperTargets.targets[place] as number;
        if (target !== source) counter.add(target, paper, strength);
      }
    }
  };

/** How many sources are counted between two pauses in which requests are served. */
const SOURCES_A_PART = 500;

/** Builds the rows of a derived relation: for each source its counted and sorted neighbors. */
export const countedRows = function* (
  sources: NodeRange,
  targets: NodeRange,
  columns: PaperColumns,
  gather: NeighborSource,
  hasStrength: boolean,
): Steps<CountedRows> {
  const counter = new NeighborCounter(targets, columns);
  const rows = new GrowingRows(sources, hasStrength);
  for (let source = sources.start; source < sources.end; source += 1) {
    if (source % SOURCES_A_PART === 0) yield;
    gather(source, counter);
    counter.sort();
    rows.append(counter);
    counter.clear();
  }
  return rows.finished();
};

/** Rows that grow while they are built, because the number of edges is not known in advance. */
class GrowingRows {
  readonly #base: number;
  readonly #offsets: Uint32Array;
  readonly #hasStrength: boolean;
  #row = 0;
  #length = 0;
  #targets = new Uint32Array(1024);
  #papers = new Uint32Array(1024);
  #firstYears = new Int16Array(1024);
  #lastYears = new Int16Array(1024);
  #strengths = new Float64Array(1024);

  constructor(range: NodeRange, hasStrength: boolean) {
    this.#base = range.start;
    this.#offsets = new Uint32Array(range.end - range.start + 1);
    this.#hasStrength = hasStrength;
  }

  append(counter: NeighborCounter): void {
    this.#reserve(this.#length + counter.neighbors.length);
    for (const target of counter.neighbors) {
      this.#targets[this.#length] = target;
      this.#papers[this.#length] = counter.papers(target);
      this.#firstYears[this.#length] = counter.firstYear(target);
      this.#lastYears[this.#length] = counter.lastYear(target);
      if (this.#hasStrength) this.#strengths[this.#length] = counter.strength(target);
      this.#length += 1;
    }
    this.#row += 1;
    this.#offsets[this.#row] = this.#length;
  }

  finished(): CountedRows {
    return {
      base: this.#base,
      offsets: this.#offsets,
      targets: this.#targets.subarray(0, this.#length),
      papers: this.#papers.subarray(0, this.#length),
      firstYears: this.#firstYears.subarray(0, this.#length),
      lastYears: this.#lastYears.subarray(0, this.#length),
      strengths: this.#hasStrength ? this.#strengths.subarray(0, this.#length) : undefined,
    };
  }

  #reserve(length: number): void {
    if (length <= this.#targets.length) return;
    const size = Math.max(length, this.#targets.length * 2);
    this.#targets = grown(this.#targets, new Uint32Array(size));
    this.#papers = grown(this.#papers, new Uint32Array(size));
    this.#firstYears = grown(this.#firstYears, new Int16Array(size));
    this.#lastYears = grown(this.#lastYears, new Int16Array(size));
    if (this.#hasStrength) this.#strengths = grown(this.#strengths, new Float64Array(size));
  }
}

const grown = <Values extends Uint32Array<ArrayBuffer> | Int16Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(
  from: Values,
  into: Values,
): Values => {
  into.set(from);
  return into;
};
