import { foldedWords } from '../../graph/model/foldText.ts';
import { nodesOf, rowsOf, transposed } from '../algorithms/adjacency.ts';
import { NeighborSimilarity } from '../algorithms/neighborSimilarity.ts';
import type { Steps } from '../algorithms/steps.ts';
import type { MemoryGraph } from '../memoryGraph.ts';

const TITLES_PER_STEP = 100;

/**
 * How alike papers are by the folded words of their titles.
 *
 * @param titles of all papers, in the order of the nodes
 * @param weight of a word by the number of papers with the word in their titles
 */
export const titleSimilarity = function* (
  { ranges: { PAPER: range } }: MemoryGraph,
  titles: readonly string[],
  weight: (papers: number) => number,
): Steps<NeighborSimilarity> {
  const numbers = new Map<string, number>();
  const sources: number[] = [];
  const targets: number[] = [];
  for (const [index, title] of titles.entries()) {
    if (index % TITLES_PER_STEP === 0) yield;
    for (const word of new Set(foldedWords(title))) {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      sources.push(range.start + index);
      targets.push(number);
    }
  }
  const there = rowsOf(range, { sources: Uint32Array.from(sources), targets: Uint32Array.from(targets) });
  yield;
  const back = transposed(there, nodesOf(range), { start: 0, end: numbers.size });
  return new NeighborSimilarity({ range, there, back, weight });
};
