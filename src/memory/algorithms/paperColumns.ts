import { at, nodesOf, type NodeRange } from './adjacency.ts';

/** Marks a paper without a year. It is smaller than every year, so that a maximum of years ignores it. */
export const UNKNOWN_YEAR = -32768;
/** Marks a day, a citation count or an author count that the source does not state. */
export const UNKNOWN = -0x80000000;

/** Numbers for each paper. The index in each array is the node of the paper minus `start`. */
export interface PaperColumns {
  start: number;
  /** Days since 1970-01-01, or UNKNOWN. */
  days: Int32Array;
  years: Int16Array;
  citations: Int32Array;
  /** The number of authors that is used for collaboration strengths and is compared with the collaboration cap. */
  teamSizes: Uint32Array;
  /** The number of authors; UNKNOWN if the source lists only some of them and does not state their number. */
  authorCounts: Int32Array;
  hasCode: Uint8Array;
}

export type PaperColumnName = Exclude<keyof PaperColumns, 'start'>;

export const emptyPaperColumns = (papers: NodeRange): PaperColumns => {
  const size = papers.end - papers.start;
  return {
    start: papers.start,
    days: new Int32Array(size).fill(UNKNOWN),
    years: new Int16Array(size).fill(UNKNOWN_YEAR),
    citations: new Int32Array(size).fill(UNKNOWN),
    teamSizes: new Uint32Array(size),
    authorCounts: new Int32Array(size).fill(UNKNOWN),
    hasCode: new Uint8Array(size),
  };
};

/** The nodes of a range in ascending order of a value. Nodes with the same value are in ascending order. */
export const rankedBy = (range: NodeRange, value: (node: number) => number): Uint32Array => {
  const nodes = nodesOf(range);
  const values = new Float64Array(nodes.length);
  for (let index = 0; index < values.length; index += 1) values[index] = value(range.start + index);
  return nodes.sort((a, b) => at(values, a - range.start) - at(values, b - range.start) || a - b);
};
