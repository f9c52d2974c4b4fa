import { compareTexts } from '../../graph/model/compareTexts.ts';
import { searchMatches } from '../../graph/search.ts';
import type { SearchPosition } from '../../graph/store.ts';
import { firstIndex } from '../../memory/algorithms/firstIndex.ts';

/*
 * Each hit of a search is one number, so that a search with a hundred thousand hits makes no objects. Ascending numbers
 * give the order of the hits: descending score, then descending rank, then ascending node.
 */

/** Larger than every node. */
const NODES = 2 ** 24;
/** Larger than every rank, which is at least -1; ranks above are treated as equal. */
const RANKS = 2 ** 26;
const LARGEST_SCORE = searchMatches.length - 1;

export const hitNumber = (score: number, rank: number, node: number): number =>
  ((LARGEST_SCORE - score) * RANKS + (RANKS - 1 - Math.min(rank + 1, RANKS - 1))) * NODES + node;

export const nodeOfHit = (hit: number): number => hit % NODES;
export const scoreOfHit = (hit: number): number => LARGEST_SCORE - Math.floor(hit / NODES / RANKS);

/**
 * The number that separates the hits before a position from those after it; a hit at the position is on neither side.
 */
export const boundaryAt = (
  { score, rank, id }: SearchPosition,
  ids: readonly string[],
  isBackward: boolean,
): number => {
  const node = firstIndex(ids.length, (index) => {
    const order = compareTexts(ids[index] ?? '', id);
    return isBackward ? order >= 0 : order > 0;
  });
  return hitNumber(score, rank, node);
};

/** The smallest numbers, ascending, or the largest ones, descending; at most `most`. */
export const firstOf = (hits: Float64Array, most: number, isDescending: boolean): number[] => {
  const first: number[] = [];
  const isBefore = (left: number, right: number): boolean => (isDescending ? left > right : left < right);
  for (const hit of hits) {
    if (first.length >= most && !isBefore(hit, first[most - 1] as number)) continue;
    let place = first.length;
    while (place > 0 && isBefore(hit, first[place - 1] as number)) place -= 1;
    first.splice(place, 0, hit);
    first.length = Math.min(first.length, most);
  }
  return first;
};
