import { at, nodesOf, type NodeRange } from './adjacency.ts';

/** Smaller than any year there is, so that it never counts as a last one. */
export const UNKNOWN_YEAR = -32768;
/** Of days, citations and numbers of authors that nobody states. */
export const UNKNOWN = -0x80000000;

/** What is known of each paper in numbers, by paper − start. */
export interface PaperColumns {
  start: number;
  /** Days since 1970-01-01, or UNKNOWN. */
  days: Int32Array;
  years: Int16Array;
  citations: Int32Array;
  /** n of the semantics. */
  teamSizes: Uint32Array;
  /** The number of authors shown; UNKNOWN where the list is cut at an unknown length. */
  authorCounts: Int32Array;
  /** Numbers the store gives to paper types and venues; 0 is none. */
  types: Uint32Array;
  venues: Uint32Array;
  hasCode: Uint8Array;
}

export const emptyPaperColumns = (papers: NodeRange): PaperColumns => {
  const size = papers.end - papers.start;
  return {
    start: papers.start,
    days: new Int32Array(size).fill(UNKNOWN),
    years: new Int16Array(size).fill(UNKNOWN_YEAR),
    citations: new Int32Array(size).fill(UNKNOWN),
    teamSizes: new Uint32Array(size),
    authorCounts: new Int32Array(size).fill(UNKNOWN),
    types: new Uint32Array(size),
    venues: new Uint32Array(size),
    hasCode: new Uint8Array(size),
  };
};

/** Nodes by a number each, smallest first, ties by the smaller node. */
export const rankedBy = (range: NodeRange, value: (node: number) => number): Uint32Array => {
  const values = Float64Array.from(nodesOf(range), value);
  return nodesOf(range).sort((a, b) => at(values, a - range.start) - at(values, b - range.start) || a - b);
};
