import { LRUCache } from 'lru-cache';
import type { SearchPage } from '../../../graph/searchRequest.ts';

/**
 * The maximum number of cached hits; a hit takes about 500 bytes. The cache mainly helps completion, which often
 * searches for the same short texts.
 */
const CACHED_HITS = 20_000;

/** The results of recent searches in one version of the stored graph. The key is the request as JSON. */
export type SearchCache = LRUCache<string, SearchPage>;

export const createSearchCache = (): SearchCache =>
  new LRUCache({ maxSize: CACHED_HITS, sizeCalculation: ({ entries }) => entries.length + 1 });
