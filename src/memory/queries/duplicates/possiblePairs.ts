import { isFitting } from '../../../graph/identity/pairEvidence.ts';
import type { NameRelation } from '../../../graph/identity/nameRelation.ts';
import { degree, targetsOf } from '../../algorithms/adjacency.ts';
import type { Steps } from '../../algorithms/steps.ts';
import type { MemoryGraph } from '../../memoryGraph.ts';
import type { NameIndex } from './nameIndex.ts';

/** In groups with more authors than this, only authors with a common collaborator are paired. */
export const LARGEST_BLOCK = 200;
/**
 * Authors are not paired through a collaborator who has more collaborators than this, because most of these people are
 * unrelated.
 */
export const MOST_COLLABORATORS = 1_000;
/** How many authors are processed between two pauses in which requests are served. */
const AUTHORS_PER_STEP = 50;

/** Greater than any author's number; authors are numbered from 0. */
const AUTHORS = 2 ** 26;
/**
 * A pair of authors as one number, with the smaller author first. This saves memory, because there may be millions of
 * pairs.
 */
export const pairOf = (one: number, other: number): number =>
  Math.min(one, other) * AUTHORS + Math.max(one, other);
export const leftOf = (pair: number): number => Math.floor(pair / AUTHORS);
export const rightOf = (pair: number): number => pair % AUTHORS;

/** The data in which pairs of authors are searched. */
export interface PairSource {
  graph: MemoryGraph;
  names: NameIndex;
  /** The pairs of authors to whom records give the same identifier, as numbers made by `pairOf`. */
  claimed: ReadonlySet<number>;
  /** Only pairs that include one of these authors are searched; undefined for all pairs. */
  authors: ReadonlySet<number> | undefined;
}

/**
 * Finds the pairs of authors who may be one person: authors with similar names and a common collaborator, authors whose
 * names fit each other or differ by few letters, and authors to whom records give the same identifier. The result may
 * contain a pair twice.
 */
export function* possiblePairs(source: PairSource): Steps<number[]> {
  const { names, claimed, authors } = source;
  const pairs = [...claimed].filter(
    (pair) => !authors || authors.has(leftOf(pair)) || authors.has(rightOf(pair)),
  );
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
 * Adds the pairs of the author with all authors who have a similar name and a common collaborator, except the author's
 * own collaborators.
 *
 * @param seen by author: the number, plus 1, of the last author with whom this author was compared; 0 for none
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
