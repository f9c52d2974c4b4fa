import { rowsOfValues } from '../../../src/memory/algorithms/rowsOfValues.ts';
import { runToEnd } from '../../../src/memory/algorithms/steps.ts';
import { listsOf, range } from './rows.ts';

describe('rows of values', () => {
  it('have the values of each node in order, and none for nodes without values', () => {
    const nodes = range(10, 15);
    const values: Record<number, number[]> = { 11: [7, 3, 3, 9], 12: [], 14: [1, 2] };
    const rows = runToEnd(rowsOfValues(nodes, Uint32Array.of(11, 12, 14), (node) => values[node] ?? []));
    expect(listsOf(rows, nodes)).toEqual([[], [7, 3, 3, 9], [], [], [1, 2]]);
    expect(rows.targets).toHaveLength(6);
  });

  it('of no nodes are empty', () => {
    const rows = runToEnd(rowsOfValues(range(0, 2), new Uint32Array(), () => [1]));
    expect(listsOf(rows, range(0, 2))).toEqual([[], []]);
  });
});
