import { at } from '../algorithms/adjacency.ts';
import type { CountedRows, NeighborSource } from '../algorithms/countedRows.ts';
import type { NeighborCounter } from '../algorithms/neighborCounter.ts';
import type { Row } from './replacedRows.ts';

/**
 * Counts the row of the node `source` in a derived relation: its neighbors with their numbers of papers, in sorted
 * order.
 */
export const countedRow = (
  source: number,
  counter: NeighborCounter,
  gather: NeighborSource,
  hasStrength: boolean,
): Row<CountedRows> => {
  gather(source, counter);
  counter.sort();
  const { neighbors } = counter;
  const length = neighbors.length;
  const row = {
    targets: Uint32Array.from(neighbors),
    papers: new Uint32Array(length),
    firstYears: new Int16Array(length),
    lastYears: new Int16Array(length),
    strengths: hasStrength ? new Float64Array(length) : undefined,
  };
  for (let place = 0; place < length; place += 1) {
    const target = at(row.targets, place);
    row.papers[place] = counter.papers(target);
    row.firstYears[place] = counter.firstYear(target);
    row.lastYears[place] = counter.lastYear(target);
    if (row.strengths) row.strengths[place] = counter.strength(target);
  }
  counter.clear();
  return row;
};
