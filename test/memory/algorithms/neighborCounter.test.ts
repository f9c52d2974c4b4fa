import fc from 'fast-check';
import { NeighborCounter } from '../../../src/memory/algorithms/neighborCounter.ts';
import { emptyPaperColumns } from '../../../src/memory/algorithms/paperColumns.ts';

const papers = { start: 0, end: 1 };
const neighbors = { start: 7, end: 40 };

describe('counted neighbors', () => {
  it.each([
    ['with', 1_000_000_000],
    ['with large', 1_000_000_000_000_000],
    ['without', 0],
  ])('are sorted by papers, then strength, then node; %s strengths', (_, most) => {
    const added = fc.record({
      target: fc.integer({ min: 7, max: 39 }),
      strength: fc.integer({ min: 0, max: most }),
    });
    fc.assert(
      fc.property(fc.array(added, { maxLength: 80 }), (edges) => {
        const counter = new NeighborCounter(neighbors, emptyPaperColumns(papers));
        counter.add(8, 0, most); // what was counted before does not matter
        counter.clear();
        for (const { target, strength } of edges) counter.add(target, 0, strength);
        counter.sort();
        const count = (target: number): number => edges.filter((each) => each.target === target).length;
        const strength = (target: number): number =>
          edges.reduce((sum, each) => sum + (each.target === target ? each.strength : 0), 0);
        const expected = [...new Set(edges.map(({ target }) => target))].sort(
          (a, b) => count(b) - count(a) || strength(b) - strength(a) || a - b,
        );
        expect(counter.neighbors).toEqual(expected);
      }),
    );
  });
});
