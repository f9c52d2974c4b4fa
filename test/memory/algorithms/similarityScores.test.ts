import { rowsOf, transposed, type Adjacency } from '../../../src/memory/algorithms/adjacency.ts';
import { NeighborSimilarity } from '../../../src/memory/algorithms/neighborSimilarity.ts';
import { WorkBudget } from '../../../src/memory/algorithms/pathGraph.ts';
import { SimilarityScores } from '../../../src/memory/algorithms/similarityScores.ts';
import { runToEnd } from '../../../src/memory/algorithms/steps.ts';
import { range } from './rows.ts';

const nodes = range(10, 15);
const neighbors = range(20, 24);

/** Rows from nodes to neighbors, with the rows back. */
const similarityBy = (lists: Readonly<Record<number, readonly number[]>>): NeighborSimilarity => {
  const edges = Object.entries(lists).flatMap(([node, of]) =>
    of.map((each) => [Number(node), each] as const),
  );
  const there: Adjacency = runToEnd(
    rowsOf(nodes, {
      sources: Uint32Array.from(edges, ([node]) => node),
      targets: Uint32Array.from(edges, ([, neighbor]) => neighbor),
    }),
  );
  const back = runToEnd(transposed(there, Uint32Array.of(10, 11, 12, 13, 14), neighbors));
  return new NeighborSimilarity({ range: nodes, there, back, weight: (having) => 12 / having });
};

const references = similarityBy({ 10: [20, 21], 11: [20, 21], 12: [21, 22], 13: [23] });
const authors = similarityBy({ 10: [20], 13: [20], 14: [21] });
const scoresOf = (scores: SimilarityScores): Record<number, number> =>
  Object.fromEntries([...scores.candidates].sort().map((node) => [node, scores.score(node)]));

describe('similarity scores', () => {
  const toInteger = (similarity: number): number => Math.round(similarity * 1000);
  const inAll = { 11: 1000, 12: Math.round((4 / Math.sqrt(10 * 16)) * 1000) };

  it('are the shared weights over the root of the product of all weights, of everyone who shares something', () => {
    const scores = new SimilarityScores(nodes, toInteger);
    runToEnd(scores.add(references, 10, new WorkBudget(100)));
    expect(scoresOf(scores)).toEqual(inAll); // weights: 6, 4, 12 and 12
    expect(references.between(10, 12)).toBeCloseTo(4 / Math.sqrt(10 * 16), 12);
    expect(references.between(12, 10)).toBeCloseTo(4 / Math.sqrt(10 * 16), 12);
    expect(references.between(10, 13)).toBe(0);
    expect(references.between(10, 14)).toBe(0);
  });

  it('of several similarities are added up', () => {
    const scores = new SimilarityScores(nodes, toInteger);
    runToEnd(scores.add(references, 10, new WorkBudget(100)));
    runToEnd(scores.add(authors, 10, new WorkBudget(100)));
    expect(scoresOf(scores)).toEqual({ ...inAll, 13: 1000 });
    runToEnd(scores.add(authors, 10, new WorkBudget(100)));
    expect(scoresOf(scores)).toEqual({ ...inAll, 13: 2000 });
  });

  it('end when the budget is exhausted, and leave nothing behind for the next search', () => {
    const scores = new SimilarityScores(nodes, toInteger);
    const budget = new WorkBudget(3);
    runToEnd(scores.add(references, 10, budget));
    expect(budget.isExhausted).toBe(true);
    scores.clear();
    expect(scores.candidates).toEqual([]);
    runToEnd(scores.add(references, 10, new WorkBudget(100)));
    expect(scoresOf(scores)).toEqual(inAll);
  });
});
