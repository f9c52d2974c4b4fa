import {
  at,
  degree,
  rowEnd,
  rowsOf,
  rowStart,
  targetsOf,
  type Adjacency,
  type NodeRange,
} from './adjacency.ts';
import type { Steps } from './steps.ts';

/** The values of each paper in one dimension, as numbers of a range; each value once. */
export interface ValueRows {
  rows: Adjacency;
  range: NodeRange;
}

/** Groups of papers with the same values, ascending by first, then in no particular order. */
export interface GroupCounts {
  /** The value of each group in the first dimension. */
  first: number[];
  /** The value of each group in the second dimension; empty if there is one dimension. */
  second: number[];
  /** The number of papers of each group. */
  papers: number[];
  /** The sum of the numbers of papers over all groups. */
  sum: number;
}

/** How many values are processed between two pauses in which requests are served. */
const VALUES_PER_STEP = 200;

/** Counts the papers of each value or, with a second dimension, of each pair of values. */
export const groupCounts = function* (
  papers: Uint32Array,
  dimension: ValueRows,
  other?: ValueRows,
): Steps<GroupCounts> {
  const byValue = papersByValue(papers, dimension);
  const groups: GroupCounts = { first: [], second: [], papers: [], sum: byValue.targets.length };
  if (other) groups.sum = 0;
  const counts = new Uint32Array(other ? other.range.end - other.range.start : 0);
  for (let value = dimension.range.start; value < dimension.range.end; value += 1) {
    if (value % VALUES_PER_STEP === 0) yield;
    if (degree(byValue, value) === 0) continue;
    if (other) addPairs(groups, value, targetsOf(byValue, value), other, counts);
    else {
      groups.first.push(value);
      groups.papers.push(degree(byValue, value));
    }
  }
  return groups;
};

/** The rows from values to papers, only of these papers. */
const papersByValue = (papers: Uint32Array, { rows, range }: ValueRows): Adjacency => {
  let length = 0;
  for (const paper of papers) length += degree(rows, paper);
  const edges = { sources: new Uint32Array(length), targets: new Uint32Array(length) };
  let edge = 0;
  for (const paper of papers) {
    for (let slot = rowStart(rows, paper); slot < rowEnd(rows, paper); slot += 1) {
      edges.sources[edge] = at(rows.targets, slot);
      edges.targets[edge] = paper;
      edge += 1;
    }
  }
  return rowsOf(range, edges);
};

/** Adds the groups of one value of the first dimension. `counts` is all zero before and after. */
const addPairs = (
  groups: GroupCounts,
  value: number,
  papers: Uint32Array,
  { rows, range }: ValueRows,
  counts: Uint32Array,
): void => {
  const others: number[] = [];
  for (const paper of papers) {
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
