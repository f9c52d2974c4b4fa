import type { DuplicatesRequest } from '../../../graph/identity/duplicates.ts';
import type { Page } from '../../../graph/model/pages.ts';
import { at } from '../../algorithms/adjacency.ts';
import { firstIndex } from '../../algorithms/firstIndex.ts';
import type { Steps } from '../../algorithms/steps.ts';
import { nodePage } from '../nodePages.ts';

/** Two entities that may be one, given by their nodes, the smaller one first. */
export interface ScoredPair {
  left: number;
  right: number;
  /** The probability that they are one, in units of 10⁻⁹. */
  score: number;
}

/** Pairs that are ordered by descending score, then by node. */
export interface PairList<Pair extends ScoredPair> {
  readonly length: number;
  left(index: number): number;
  right(index: number): number;
  score(index: number): number;
  pair(index: number): Pair;
  /** The indexes of the pairs with an entity, ascending. */
  indexesOf(node: number): Uint32Array;
  /** The index of a pair of two nodes in any order; undefined if it is not in the list. */
  indexOf(one: number, other: number): number | undefined;
}

export interface DuplicatesScope {
  /** The author of all pairs of the page; undefined for pairs of any authors. */
  author: number | undefined;
  after: readonly number[] | undefined;
  /** The pairs of nodes that corrections declare different. */
  different: readonly (readonly [number, number])[];
  /**
   * Returns false for pairs that must not be on the page. They are still included in the total. Undefined: all pairs
   * may be on it.
   */
  isShown: ((left: number, right: number) => boolean) | undefined;
}

/** Returns a page of pairs. The time does not depend on the length of the list. */
export const duplicatesPage = function* <Pair extends ScoredPair>(
  list: PairList<Pair>,
  { minScore, status = 'OPEN', first, backward, count }: DuplicatesRequest,
  { author, after, different, isShown }: DuplicatesScope,
): Steps<Page<Pair>> {
  const own = author === undefined ? undefined : list.indexesOf(author);
  const indexAt = (place: number): number => (own ? at(own, place) : place);
  const likely = firstIndex(own?.length ?? list.length, (place) => list.score(indexAt(place)) < minScore);
  const declared = new Set(
    different
      .map(([one, other]) => list.indexOf(one, other))
      .filter((index) => index !== undefined)
      .filter((index) => list.score(index) >= minScore)
      .filter((index) => author === undefined || list.left(index) === author || list.right(index) === author),
  );
  const listed =
    status === 'DIFFERENT'
      ? listOf(Uint32Array.from(declared).sort())
      : { length: likely, entry: indexAt, isRanked: true };
  const page = yield* nodePage(
    listed,
    {
      first,
      columns: [(index) => 0 - list.score(index), (index) => list.left(index), (index) => list.right(index)],
      after,
      backward,
      passes: (index) =>
        declared.has(index) === (status === 'DIFFERENT') &&
        (isShown?.(list.left(index), list.right(index)) ?? true),
      count: false,
    },
    (index) => list.pair(index),
  );
  const total = status === 'DIFFERENT' ? declared.size : likely - declared.size;
  return { ...page, ...(count && { total }) };
};

const listOf = (indexes: Uint32Array) => ({
  length: indexes.length,
  entry: (place: number) => at(indexes, place),
  isRanked: true,
});
