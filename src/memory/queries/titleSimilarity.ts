import { foldedWords } from '../../graph/model/foldText.ts';
import { nodesOf, transposed } from '../algorithms/adjacency.ts';
import { NeighborSimilarity } from '../algorithms/neighborSimilarity.ts';
import { rowsOfValues } from '../algorithms/rowsOfValues.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph } from '../memoryGraph.ts';

/**
 * The similarity of papers by the folded words of their titles.
 *
 * @param titles the titles of all papers, in the order of the nodes
 * @param weight returns the weight of a word from the number of papers that have it in their titles
 */
export const titleSimilarity = function* (
  { ranges: { PAPER: range } }: MemoryGraph,
  titles: readonly string[],
  weight: (papers: number) => number,
): Steps<NeighborSimilarity> {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  };
  const papers = nodesOf(range);
  const there = yield* rowsOfValues(range, papers, (paper) =>
    Array.from(new Set(foldedWords(titles[paper - range.start] ?? '')), numberOf),
  );
  const back = yield* transposed(there, papers, { start: 0, end: numbers.size });
  return new NeighborSimilarity({ range, there, back, weight });
};
