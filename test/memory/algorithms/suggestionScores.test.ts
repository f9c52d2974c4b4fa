import { runToEnd } from '../../../src/memory/algorithms/steps.ts';
import { cosine, SuggestionScores } from '../../../src/memory/algorithms/suggestionScores.ts';
import { countedRowsOf, range, undirected } from './rows.ts';

const terms = {
  adamicAdar: (degree: number) => 100 * degree,
  resourceAllocation: (degree: number) => degree,
  jaccard: (common: number, union: number) => common / union,
};

describe('suggestion scores', () => {
  // 0 knows 1 and 2, both know 3, 2 also 4; 5 knows 4 alone.
  const people = range(0, 6);
  const rows = undirected(people, [
    [0, 1, 1],
    [0, 2, 1],
    [1, 3, 1],
    [2, 3, 1],
    [2, 4, 1],
    [4, 5, 1],
  ]);

  it('are of everyone two steps away: what each common neighbor adds depends on how many it has', () => {
    const scores = new SuggestionScores(rows, people, terms);
    runToEnd(scores.score(0));
    expect([...scores.candidates].sort()).toEqual([3, 4]);
    expect([3, 4].map(scores.common)).toEqual([2, 1]);
    expect([3, 4].map(scores.adamicAdar)).toEqual([200 + 300, 300]);
    expect([3, 4].map(scores.resourceAllocation)).toEqual([2 + 3, 3]);
    expect([3, 4].map(scores.jaccard)).toEqual([2 / 2, 1 / 3]);
  });

  it('of one node leave nothing behind for the next', () => {
    const scores = new SuggestionScores(rows, people, terms);
    runToEnd(scores.score(0));
    scores.clear();
    runToEnd(scores.score(5));
    expect(scores.candidates).toEqual([2]);
    expect([2, 3].map(scores.common)).toEqual([1, 0]);
    scores.clear();
    expect([2, 3, 4].map(scores.common)).toEqual([0, 0, 0]);
    runToEnd(scores.score(0));
    expect([3, 4].map(scores.adamicAdar)).toEqual([500, 300]);
  });
});

describe('the cosine of two nodes’ counts', () => {
  const rows = countedRowsOf([
    [
      [7, 3],
      [8, 4],
    ],
    [
      [8, 3],
      [7, 4],
    ],
    [
      [7, 30],
      [8, 40],
    ],
    [[9, 5]],
    [],
  ]);

  it('is the product over the lengths, whatever the order of the rows', () => {
    expect(cosine(rows, 0, 1)).toBeCloseTo(24 / 25, 12);
    expect(cosine(rows, 1, 0)).toBeCloseTo(24 / 25, 12);
  });

  it('is 1 for the same proportions and 0 for nothing in common', () => {
    expect(cosine(rows, 0, 2)).toBeCloseTo(1, 12);
    expect(cosine(rows, 0, 3)).toBe(0);
  });

  it('is 0 where one has no counts, or both', () => {
    expect(cosine(rows, 0, 4)).toBe(0);
    expect(cosine(rows, 4, 4)).toBe(0);
  });
});
