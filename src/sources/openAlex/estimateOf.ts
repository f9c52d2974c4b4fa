import type { SourceScope } from '../../graph/sources/sourceState.ts';
import type { Estimate } from '../sourceReader.ts';
import { PAGE_SIZE } from './openAlexClient.ts';
import type { PassPosition } from './openAlexProgress.ts';

/**
 * Estimates how many records a pass will read, from the number of works that OpenAlex states for the current list.
 *
 * @param count the number of works of the current list
 * @param costOf returns the cost of a number of requests, in US dollars
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
