import { entityKinds } from '../../src/graph/model/entityKinds.ts';
import type { MemoryGraph } from '../../src/memory/memoryGraph.ts';

/**
 * A graph in memory as data that is equal for graphs of equal content: every array as it is, but values of words
 * instead of their numbers, affiliations in ascending order, and for the table of ids where each id is found.
 */
export const plainGraph = ({ nodeOfId, idSlots: _, words, affiliations, ...rest }: MemoryGraph): unknown => {
  const { papers, authors, institutions } = affiliations;
  return {
    ...rest,
    found: rest.ids.map((id) => nodeOfId(id)),
    absent: nodeOfId('paper:none:none'),
    words: entityKinds.map((kind) =>
      Object.entries(words[kind]).map(([field, column]) => {
        const { start, end } = rest.ranges[kind];
        return [field, Array.from({ length: end - start }, (_, index) => column.word(start + index))];
      }),
    ),
    affiliations: Array.from(
      papers,
      (paper, index) => `${paper} ${authors[index]} ${institutions[index]}`,
    ).sort(),
  };
};
