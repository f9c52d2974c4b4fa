import type { SourceScope } from '../../graph/sources/sourceState.ts';
import type { Estimate } from '../sourceReader.ts';
import { PAGE_SIZE } from './openAlexClient.ts';
import type { PassPosition } from './openAlexProgress.ts';

/**
 * Estimates how many records a pass will read, from the length of its current list.
 *
 * @param count how many works the list has
 * @param costOf what a number of requests costs, in US dollars
 */
export const estimateOf = (
  { most = Infinity, hops }: SourceScope,
  count: number,
  { read, readInList, list }: PassPosition,
  costOf: (requests: number) => number,
): Estimate => {
  const records = Math.min(most, read + Math.max(0, count - readInList));
  const requests = Math.max(1, Math.ceil(records / PAGE_SIZE));
  return {
    records,
    recordsRead: read,
    requests,
    costUsd: costOf(requests),
    ...(hops === 1 && list === 0 && { more: 'and the works of the co-authors' }),
  };
};
