import { isFitting } from '../../../graph/identity/duplicates.ts';
import type { NameRelation } from '../../../graph/identity/nameRelation.ts';
import { degree, targetsOf } from '../../algorithms/adjacency.ts';
import type { Steps } from '../../algorithms/steps.ts';
import type { MemoryGraph } from '../../memoryGraph.ts';
import type { NameIndex } from './nameIndex.ts';

/** Larger groups of names that may fit are only searched for authors with a common collaborator. */
export const LARGEST_BLOCK = 200;
/** Collaborators of more people than this introduce too many who have nothing to do with each other. */
export const MOST_COLLABORATORS = 1_000;
/** Authors between two steps. */
const AUTHORS_PER_STEP = 50;

/** Larger than every author, who are numbered from 0. */
const AUTHORS = 2 ** 26;
/** Two authors as one number, the smaller one first: there may be millions of pairs. */
const pairOf = (one: number, other: number): number => Math.min(one, other) * AUTHORS + Math.max(one, other);
export const leftOf = (pair: number): number => Math.floor(pair / AUTHORS);
export const rightOf = (pair: number): number => pair % AUTHORS;

/** What pairs are looked for in. */
export interface PairSource {
  graph: MemoryGraph;
  names: NameIndex;
  /** Only pairs with one of these authors are looked for; undefined for all pairs. */
  authors: ReadonlySet<number> | undefined;
}

/**
 * The pairs of authors worth scoring: those with a common collaborator and names that are alike, and those whose names
 * fit or differ by few letters. A pair may come twice.
 */
export function* possiblePairs(source: PairSource): Steps<number[]> {
  const pairs: number[] = [];
  const { names, authors } = source;
  const seen = new Uint32Array(names.size);
  let searched = 0;
  for (const author of authors ?? Array(names.size).keys()) {
    pairsThroughCollaborators(source, seen, author, pairs);
    searched += 1;
    if (searched % AUTHORS_PER_STEP === 0) yield;
  }
  const keys = authors && new Set(Array.from(authors).flatMap((author) => [...names.blocks.keysOf(author)]));
  for (const block of (yield* names.blocks.members(keys)).values()) {
    if (block.length > LARGEST_BLOCK) continue;
    pairsInBlock(source, block, pairs);
    yield;
  }
  return pairs;
}

/**
 * Collaborators of the author are left out.
 *
 * @param seen by author: one more than the author for whom it was looked at last
 */
const pairsThroughCollaborators = (
  { graph: { rows, ranges }, names: { likeness }, authors }: PairSource,
  seen: Uint32Array,
  author: number,
  pairs: number[],
): void => {
  const { start } = ranges.AUTHOR;
  const mark = author + 1;
  seen[author] = mark;
  for (const node of targetsOf(rows.collaborators, start + author)) seen[node - start] = mark;
  likeness.compareWith(author);
  for (const between of targetsOf(rows.collaborators, start + author)) {
    if (degree(rows.collaborators, between) > MOST_COLLABORATORS) continue;
    for (const node of targetsOf(rows.collaborators, between)) {
      const other = node - start;
      if (seen[other] === mark) continue;
      seen[other] = mark;
      const isFoundByOther = other < author && (!authors || authors.has(other));
      if (!isFoundByOther && likeness.isAlike(other)) pairs.push(pairOf(author, other));
    }
  }
};

const pairsInBlock = ({ names, authors }: PairSource, block: readonly number[], pairs: number[]): void => {
  for (const [index, left] of block.entries()) {
    for (const right of block.slice(index + 1)) {
      if (authors && !authors.has(left) && !authors.has(right)) continue;
      const relation = names.match(left, right)?.relation;
      if (relation && isStrong(relation)) pairs.push(pairOf(left, right));
    }
  }
};

const isStrong = (relation: NameRelation): boolean =>
  isFitting(relation) || relation === 'ONE_LETTER' || relation === 'FEW_LETTERS';
