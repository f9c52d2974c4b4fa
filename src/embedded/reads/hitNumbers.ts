import { compareTexts } from '../../graph/model/compareTexts.ts';
import { searchMatches } from '../../graph/search.ts';
import type { SearchPosition } from '../../graph/searchRequest.ts';
import { firstIndex } from '../../memory/algorithms/firstIndex.ts';

/*
 * A hit of a search is encoded as one number, so that no object is created for each of many hits. Ascending numbers
 * are in the order of the hits: descending score, then descending rank, then ascending node.
 */

/** A number that is greater than every node number. */
const NODES = 2 ** 24;
/** The number of ranks that are distinguished, from -1 on; greater ranks are treated as equal. */
const RANKS = 2 ** 26;
const LARGEST_SCORE = searchMatches.length - 1;

export const hitNumber = (score: number, rank: number, node: number): number =>
  ((LARGEST_SCORE - score) * RANKS + (RANKS - 1 - Math.min(rank + 1, RANKS - 1))) * NODES + node;

export const nodeOfHit = (hit: number): number => hit % NODES;
export const scoreOfHit = (hit: number): number => LARGEST_SCORE - Math.floor(hit / NODES / RANKS);

/**
 * The number that lies between the hits before a position and those after it. A hit at the position belongs to the hits
 * that were already read.
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

/**
 * Finds at most `most` numbers: the smallest in ascending order or, if `isDescending`, the largest in descending order.
 */
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
