import type { Citations } from '../../graph/model/citations.ts';
import { at, degree } from '../algorithms/adjacency.ts';
import { UNKNOWN } from '../algorithms/paperColumns.ts';
import type { MemoryGraph } from '../memoryGraph.ts';

/**
 * The larger one of the reported and the stored number of citations. UNKNOWN, which is less than any number, if neither
 * is known.
 */
export const citationCountOf = ({ columns, rows }: MemoryGraph, paper: number): number =>
  Math.max(at(columns.citations, paper - columns.start), degree(rows.citedBy, paper) || UNKNOWN);

export const citationsOf = ({ columns, rows }: MemoryGraph, paper: number): Citations => {
  const reported = at(columns.citations, paper - columns.start);
  return { reported: reported === UNKNOWN ? null : reported, stored: degree(rows.citedBy, paper) };
};
