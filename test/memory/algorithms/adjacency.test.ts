import {
  nodesOf,
  reordered,
  rowsOf,
  sortRows,
  transposed,
} from '../../../src/memory/algorithms/adjacency.ts';
import { runToEnd } from '../../../src/memory/algorithms/steps.ts';
import { degreesOf, listsOf, range } from './rows.ts';

/** Papers 10–12 and their authors 3–5. */
const papers = range(10, 13);
const authors = range(3, 6);
const authorships = { sources: Uint32Array.of(12, 10, 12, 10, 10), targets: Uint32Array.of(5, 4, 3, 5, 3) };

describe('rows of edges', () => {
  it('keep the order in which each source’s edges came', () => {
    const rows = runToEnd(rowsOf(papers, authorships));
    expect(listsOf(rows, papers)).toEqual([[4, 5, 3], [], [5, 3]]);
    expect(degreesOf(rows, papers)).toEqual([3, 0, 2]);
  });

  it('tell where each edge went, so that what it carries can go there too', () => {
    const { slots, targets } = runToEnd(rowsOf(papers, authorships));
    expect(Array.from(slots, (slot) => targets[slot])).toEqual([...authorships.targets]);
  });

  it('of no edges are empty', () => {
    const rows = runToEnd(rowsOf(papers, { sources: new Uint32Array(), targets: new Uint32Array() }));
    expect(listsOf(rows, papers)).toEqual([[], [], []]);
  });

  it('are sorted by a value, moving both', () => {
    const rows = runToEnd(rowsOf(papers, authorships));
    const positions = Float64Array.of(3, 1, 2, 2, 1);
    sortRows(rows, positions, (position) => position);
    expect(listsOf(rows, papers)).toEqual([[5, 3, 4], [], [3, 5]]);
    expect([...positions]).toEqual([1, 2, 3, 1, 2]);
  });
});

describe('transposed rows', () => {
  it('stand in the order wanted of the other end', () => {
    const rows = runToEnd(rowsOf(papers, authorships));
    const newest = Uint32Array.of(12, 11, 10);
    expect(listsOf(runToEnd(transposed(rows, newest, authors)), authors)).toEqual([[12, 10], [10], [12, 10]]);
    expect(listsOf(runToEnd(transposed(rows, nodesOf(papers), authors)), authors)).toEqual([
      [10, 12],
      [10],
      [10, 12],
    ]);
  });

  it('say which slot each of theirs was, so that what edges carry follows', () => {
    const rows = runToEnd(rowsOf(papers, authorships));
    const carried = Uint32Array.from(rows.targets, (author) => author * 100);
    const back = runToEnd(transposed(rows, nodesOf(papers), authors));
    expect([...reordered(carried, back.origins)]).toEqual([300, 300, 400, 500, 500]);
  });
});
