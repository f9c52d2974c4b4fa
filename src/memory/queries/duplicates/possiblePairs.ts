import { isFitting } from '../../../graph/identity/duplicates.ts';
import type { NameRelation } from '../../../graph/identity/nameRelation.ts';
import { degree, targetsOf } from '../../algorithms/adjacency.ts';
import type { Steps } from '../../algorithms/steps.ts';
import type { MemoryGraph } from '../../memoryGraph.ts';
import type { NameIndex } from './nameIndex.ts';
import { NameLikeness } from './nameLikeness.ts';

/** Larger groups of equal family names and first letters are only searched for authors with a common collaborator. */
const LARGEST_BLOCK = 200;
/** Collaborators of more people than this introduce too many who have nothing to do with each other. */
const MOST_COLLABORATORS = 1_000;
/** Authors between two steps. */
const AUTHORS_PER_STEP = 50;

/** Larger than every author, as an index from 0. */
const AUTHORS = 2 ** 26;
/** Two authors as one number, the smaller one first: there may be millions of pairs. */
const pairOf = (one: number, other: number): number => Math.min(one, other) * AUTHORS + Math.max(one, other);
export const leftOf = (pair: number): number => Math.floor(pair / AUTHORS);
export const rightOf = (pair: number): number => pair % AUTHORS;

/**
 * The pairs of authors worth scoring: those with a common collaborator and names that are alike, and those whose names
 * fit or differ by few letters. Collaborators of each other are left out. A pair may come twice.
 */
export function* possiblePairs(graph: MemoryGraph, names: NameIndex): Steps<number[]> {
  const pairs: number[] = [];
  const count = graph.ranges.AUTHOR.end - graph.ranges.AUTHOR.start;
  const likeness = yield* NameLikeness.of(count, names);
  const seen = new Uint32Array(count);
  for (let author = 0; author < count; author += 1) {
    pairsThroughCollaborators(graph, likeness, seen, author, pairs);
    if (author % AUTHORS_PER_STEP === 0) yield;
  }
  const blocks = yield* blocksOf(count, names);
  for (const block of blocks.values()) {
    if (block.length > LARGEST_BLOCK) continue;
    for (const [index, left] of block.entries()) {
      for (const right of block.slice(index + 1)) {
        const relation = left === right ? undefined : names.match(left, right)?.relation;
        if (relation && isStrong(relation)) pairs.push(pairOf(left, right));
      }
    }
    yield;
  }
  return pairs;
}

const isStrong = (relation: NameRelation): boolean =>
  isFitting(relation) || relation === 'ONE_LETTER' || relation === 'FEW_LETTERS';

/** @param seen by author: one more than the author for whom it was looked at last */
const pairsThroughCollaborators = (
  { rows, ranges }: MemoryGraph,
  likeness: NameLikeness,
  seen: Uint32Array,
  author: number,
  pairs: number[],
): void => {
  const { start } = ranges.AUTHOR;
  const mark = author + 1;
  for (const node of targetsOf(rows.collaborators, start + author)) seen[node - start] = mark;
  likeness.compareWith(author);
  for (const between of targetsOf(rows.collaborators, start + author)) {
    if (degree(rows.collaborators, between) > MOST_COLLABORATORS) continue;
    for (const node of targetsOf(rows.collaborators, between)) {
      const other = node - start;
      if (other <= author || seen[other] === mark) continue;
      seen[other] = mark;
      if (likeness.isAlike(other)) pairs.push(pairOf(author, other));
    }
  }
};

/** The letters of a name by which names with a typing error further behind are found. */
const BEGINNING = 6;

/** Groups of authors whose names may fit. */
const blocksOf = function* (count: number, names: NameIndex): Steps<Map<string, number[]>> {
  const blocks = new Map<string, number[]>();
  const add = (key: string, author: number): void => {
    const block = blocks.get(key);
    if (!block) blocks.set(key, [author]);
    else if (block.at(-1) !== author) block.push(author);
  };
  for (let author = 0; author < count; author += 1) {
    if (author % AUTHORS_PER_STEP === 0) yield;
    for (const { given, family, letters, sorted } of names.namesOf(author)) {
      const initial = given[0]?.[0] ?? '';
      for (const word of [family, ...given.slice(1)]) {
        if (word.length > 1) add(`family ${word} ${initial}`, author);
      }
      add(`sorted ${sorted}`, author);
      add(`beginning ${letters.slice(0, BEGINNING)}`, author);
    }
  }
  return blocks;
};
