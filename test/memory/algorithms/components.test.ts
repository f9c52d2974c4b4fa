import fc from 'fast-check';
import { rowsOf } from '../../../src/memory/algorithms/adjacency.ts';
import { components, componentsThroughRows } from '../../../src/memory/algorithms/components.ts';
import { runToEnd } from '../../../src/memory/algorithms/steps.ts';
import { range, undirected, type DrawnEdge } from './rows.ts';

describe('components', () => {
  it('name each node’s component by its smallest node', () => {
    const nodes = range(10, 17);
    const edges: DrawnEdge[] = [
      [16, 12, 1],
      [12, 14, 1],
      [11, 15, 1],
    ];
    expect([...runToEnd(components(undirected(nodes, edges), nodes))]).toEqual([10, 11, 12, 13, 12, 11, 12]);
  });

  it('agree with walking from every node, in any graph', () => {
    const size = 12;
    const drawn = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.constant(1)), { maxLength: 14 });
    fc.assert(
      fc.property(drawn, (edges) => {
        const found = runToEnd(components(undirected(range(0, size), edges), range(0, size)));
        for (let node = 0; node < size; node += 1)
          expect(found[node]).toBe(Math.min(...reached(node, edges)));
      }),
    );
  });

  it('through rows connect what stands in one row, and nothing else', () => {
    const [authors, topics] = [range(0, 4), range(4, 10)];
    const rows = runToEnd(
      rowsOf(authors, { sources: Uint32Array.of(0, 0, 1, 1, 3), targets: Uint32Array.of(9, 5, 5, 7, 8) }),
    );
    expect([...runToEnd(componentsThroughRows(rows, authors, topics))]).toEqual([4, 5, 6, 5, 8, 5]);
  });
});

const reached = (from: number, edges: readonly DrawnEdge[]): Set<number> => {
  const nodes = new Set([from]);
  for (const node of nodes) {
    for (const [left, right] of edges) {
      if (left === node) nodes.add(right);
      if (right === node) nodes.add(left);
    }
  }
  return nodes;
};
