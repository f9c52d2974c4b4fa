import { at, rowEnd, rowStart, type Adjacency, type NodeRange } from './adjacency.ts';
import { DistinctNeighbors } from './distinctNeighbors.ts';
import { NeighborCounter } from './neighborCounter.ts';
import type { PaperColumns } from './paperColumns.ts';
import type { Steps } from './steps.ts';

/**
 * For each edge of a derived relation, by slot: its target, and the number, years and strength of the papers from which
 * it follows.
 */
export interface EdgeColumns {
  targets: Uint32Array;
  papers: Uint32Array;
  /** The first year of the papers of each edge; UNKNOWN_YEAR if no year is known. */
  firstYears: Int16Array;
  lastYears: Int16Array;
  /**
   * The sum of the strengths that the papers of the edge add, in units of 10⁻⁹. Undefined for all relations except
   * collaborations.
   */
  strengths: Float64Array | undefined;
}

/** The rows of a derived relation. */
export type CountedRows = Adjacency & EdgeColumns;

/**
 * The rows of a derived relation whose edges are not in memory, but are computed in parts while `slices` is iterated.
 * Each part must be used before the next one is computed, because the next one overwrites the same arrays.
 */
export interface SlicedRows extends Omit<Adjacency, 'targets'> {
  hasStrengths: boolean;
  slices: Iterable<Steps<EdgeColumns>>;
}

/** Which papers are counted, and how much each paper adds to the strength of an edge. */
export interface CountingRules {
  passes?: (paper: number) => boolean;
  /** The strength that a paper adds to an edge, in units of 10⁻⁹. */
  strength?: (paper: number) => number;
}

/**
 * A function that counts the neighbors of the node `source`. For each paper of the source and each neighbor that this
 * paper connects with the source, it calls `counter.add` once.
 */
export type NeighborSource = (source: number, counter: Pick<NeighborCounter, 'add'>) => void;

/**
 * Counts the neighbors that a node has through its papers. For example, the neighbors of an author along the relation
 * to topics are the topics of the author's papers. The node itself is not its own neighbor.
 */
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

/** The neighbors of this many nodes are counted between two pauses in which requests are served. */
const SOURCES_A_PART = 500;
/** Rows are computed in parts, to save memory. A part ends when it has at least this many edges. */
const EDGES_A_SLICE = 100_000;

/**
 * Prepares the rows of a derived relation: for each node, its neighbors with their numbers of papers, in sorted order.
 * At first only the number of neighbors of each node is determined. So the arrays get their final length at once;
 * arrays that grow would take up to three times the memory.
 */
export const slicedRows = function* (
  sources: NodeRange,
  targets: NodeRange,
  columns: PaperColumns,
  gather: NeighborSource,
  hasStrengths: boolean,
): Steps<SlicedRows> {
  const offsets = new Uint32Array(sources.end - sources.start + 1);
  const distinct = new DistinctNeighbors(targets);
  for (let source = sources.start; source < sources.end; source += 1) {
    if (source % SOURCES_A_PART === 0) yield;
    distinct.begin(source);
    gather(source, distinct);
    offsets[source - sources.start + 1] = at(offsets, source - sources.start) + distinct.count;
  }
  const slices = slicesOf(sources, offsets, new NeighborCounter(targets, columns), gather, hasStrengths);
  return { base: sources.start, offsets, hasStrengths, slices };
};

const slicesOf = function* (
  { start, end }: NodeRange,
  offsets: Uint32Array,
  counter: NeighborCounter,
  gather: NeighborSource,
  hasStrengths: boolean,
): Iterable<Steps<EdgeColumns>> {
  let space = emptyColumns(0, hasStrengths);
  for (let first = start; first < end;) {
    let next = first;
    const edgesBefore = (source: number): number => at(offsets, source - start);
    while (next < end && edgesBefore(next) - edgesBefore(first) < EDGES_A_SLICE) next += 1;
    const length = edgesBefore(next) - edgesBefore(first);
    if (space.targets.length < length) space = emptyColumns(length, hasStrengths);
    yield slice({ start: first, end: next }, counter, gather, beginningOf(space, length));
    first = next;
  }
};

/** Computes one part of the rows: the edges of consecutive nodes, which it writes to the arrays of `edges`. */
const slice = function* (
  sources: NodeRange,
  counter: NeighborCounter,
  gather: NeighborSource,
  edges: EdgeColumns,
): Steps<EdgeColumns> {
  let slot = 0;
  for (let source = sources.start; source < sources.end; source += 1) {
    if (source % SOURCES_A_PART === 0) yield;
    gather(source, counter);
    counter.sort();
    for (const target of counter.neighbors) {
      edges.targets[slot] = target;
      edges.papers[slot] = counter.papers(target);
      edges.firstYears[slot] = counter.firstYear(target);
      edges.lastYears[slot] = counter.lastYear(target);
      if (edges.strengths) edges.strengths[slot] = counter.strength(target);
      slot += 1;
    }
    counter.clear();
  }
  return edges;
};

/** Computes all parts of the rows and joins them. */
export const wholeRows = function* ({ base, offsets, hasStrengths, slices }: SlicedRows): Steps<CountedRows> {
  const whole = emptyColumns(offsets.at(-1) ?? 0, hasStrengths);
  let length = 0;
  for (const each of slices) {
    const edges = yield* each;
    whole.targets.set(edges.targets, length);
    whole.papers.set(edges.papers, length);
    whole.firstYears.set(edges.firstYears, length);
    whole.lastYears.set(edges.lastYears, length);
    if (edges.strengths) whole.strengths?.set(edges.strengths, length);
    length += edges.targets.length;
  }
  return { base, offsets, ...whole };
};

const emptyColumns = (length: number, hasStrengths: boolean): EdgeColumns => ({
  targets: new Uint32Array(length),
  papers: new Uint32Array(length),
  firstYears: new Int16Array(length),
  lastYears: new Int16Array(length),
  strengths: hasStrengths ? new Float64Array(length) : undefined,
});

const beginningOf = (columns: EdgeColumns, length: number): EdgeColumns => ({
  targets: columns.targets.subarray(0, length),
  papers: columns.papers.subarray(0, length),
  firstYears: columns.firstYears.subarray(0, length),
  lastYears: columns.lastYears.subarray(0, length),
  strengths: columns.strengths?.subarray(0, length),
});
