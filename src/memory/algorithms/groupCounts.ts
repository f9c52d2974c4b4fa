import { at, degree, rowEnd, rowStart, targetsOf, type Adjacency, type NodeRange } from './adjacency.ts';
import { GrowingNumbers } from './growingNumbers.ts';
import { WorkBudget } from './pathGraph.ts';
import type { Steps } from './steps.ts';

/**
 * The values of each paper in one dimension, for example its topics or its year. Values are numbers in `range`. The row
 * of a paper contains each value at most once.
 */
export interface ValueRows {
  rows: Adjacency;
  range: NodeRange;
}

/**
 * Groups of papers that have the same values. Groups are in ascending order of `first`; groups with the same `first`
 * are in any order.
 */
export interface GroupCounts {
  /** The value of each group in the first dimension. */
  first: GrowingNumbers;
  /** The value of each group in the second dimension; empty if there is one dimension. */
  second: GrowingNumbers;
  /** The number of papers of each group. */
  papers: GrowingNumbers;
  /** The sum of the numbers of papers over all groups. */
  sum: number;
  /** The number of papers that are in no group, because they have no value in one of the dimensions. */
  ungrouped: number;
}

/** How many papers are processed between two pauses in which requests are served. */
const PAPERS_PER_STEP = 5_000;

const noGroups = (): GroupCounts => ({
  first: new GrowingNumbers(),
  second: new GrowingNumbers(),
  papers: new GrowingNumbers(),
  sum: 0,
  ungrouped: 0,
});

/** Counts the papers of each value or, with a second dimension, of each pair of values. */
export const groupCounts = (
  papers: Uint32Array,
  dimension: ValueRows,
  other?: ValueRows,
): Steps<GroupCounts> => (other ? pairCounts(papers, dimension, other) : valueCounts(papers, dimension));

const valueCounts = function* (papers: Uint32Array, { rows, range }: ValueRows): Steps<GroupCounts> {
  const groups = noGroups();
  const counts = new Uint32Array(range.end - range.start);
  for (let index = 0; index < papers.length; index += 1) {
    if (index % PAPERS_PER_STEP === 0) yield;
    const paper = at(papers, index);
    const end = rowEnd(rows, paper);
    const start = rowStart(rows, paper);
    if (start === end) groups.ungrouped += 1;
    groups.sum += end - start;
    for (let slot = start; slot < end; slot += 1) {
      const value = at(rows.targets, slot) - range.start;
      counts[value] = at(counts, value) + 1;
    }
  }
  for (let value = 0; value < counts.length; value += 1) {
    if ((value + 1) % PAPERS_PER_STEP === 0) yield;
    if (at(counts, value) === 0) continue;
    groups.first.push(value + range.start);
    groups.papers.push(at(counts, value));
  }
  return groups;
};

const pairCounts = function* (
  papers: Uint32Array,
  dimension: ValueRows,
  other: ValueRows,
): Steps<GroupCounts> {
  const byValue = yield* papersByValue(papers, dimension);
  const groups = noGroups();
  for (let index = 0; index < papers.length; index += 1) {
    if ((index + 1) % PAPERS_PER_STEP === 0) yield;
    const paper = at(papers, index);
    if (degree(dimension.rows, paper) === 0 || degree(other.rows, paper) === 0) groups.ungrouped += 1;
  }
  const counts = new Uint32Array(other.range.end - other.range.start);
  const budget = new WorkBudget(Infinity);
  for (let value = dimension.range.start; value < dimension.range.end; value += 1) {
    yield* addPairs(groups, value, targetsOf(byValue, value), other, counts, budget);
  }
  return groups;
};

/** Builds rows by value: the row of a value contains those of the given papers that have this value. */
const papersByValue = function* (
  papers: Uint32Array,
  { rows, range: { start, end } }: ValueRows,
): Steps<Adjacency> {
  const offsets = new Uint32Array(end - start + 1);
  yield* eachValue(papers, rows, (value) => {
    offsets[value - start + 1] = at(offsets, value - start + 1) + 1;
  });
  for (let row = 1; row < offsets.length; row += 1) offsets[row] = at(offsets, row) + at(offsets, row - 1);
  const next = offsets.slice();
  const targets = new Uint32Array(at(offsets, end - start));
  yield* eachValue(papers, rows, (value, paper) => {
    const place = at(next, value - start);
    next[value - start] = place + 1;
    targets[place] = paper;
  });
  return { base: start, offsets, targets };
};

const eachValue = function* (
  papers: Uint32Array,
  rows: Adjacency,
  visit: (value: number, paper: number) => void,
): Steps<void> {
  for (let index = 0; index < papers.length; index += 1) {
    if ((index + 1) % PAPERS_PER_STEP === 0) yield;
    const paper = at(papers, index);
    for (let slot = rowStart(rows, paper); slot < rowEnd(rows, paper); slot += 1) {
      visit(at(rows.targets, slot), paper);
    }
  }
};

/**
 * Adds the groups of one value of the first dimension: one group for each value that its papers have in the second
 * dimension. All elements of `counts` must be 0 at the call, and are 0 again afterwards.
 *
 * @param papers the papers that have the value of the first dimension
 */
const addPairs = function* (
  groups: GroupCounts,
  value: number,
  papers: Uint32Array,
  { rows, range }: ValueRows,
  counts: Uint32Array,
  budget: WorkBudget,
): Steps<void> {
  const others: number[] = [];
  for (const paper of papers) {
    if (budget.spend(1 + degree(rows, paper))) yield;
    for (let slot = rowStart(rows, paper); slot < rowEnd(rows, paper); slot += 1) {
      const index = at(rows.targets, slot) - range.start;
      if (at(counts, index) === 0) others.push(index);
      counts[index] = at(counts, index) + 1;
      groups.sum += 1;
    }
  }
  for (const index of others) {
    groups.first.push(value);
    groups.second.push(index + range.start);
    groups.papers.push(at(counts, index));
    counts[index] = 0;
  }
};
