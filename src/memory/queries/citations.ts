import type { Citations } from '../../graph/metrics/citations.ts';
import { at, degree } from '../algorithms/adjacency.ts';
import { UNKNOWN } from '../algorithms/paperColumns.ts';
import type { MemoryGraph } from '../memoryGraph.ts';

export const citationsOf = ({ columns, rows }: MemoryGraph, paper: number): Citations => {
  const reported = at(columns.citations, paper - columns.start);
  return { reported: reported === UNKNOWN ? null : reported, stored: degree(rows.citedBy, paper) };
};
