import { LRUCache } from 'lru-cache';
import type { SearchPage } from '../../../graph/store.ts';

/** How many hits are cached, some 500 bytes each. Completion asks for the same short beginnings again and again. */
const CACHED_HITS = 20_000;

/** The pages of recent searches in one version of the stored graph, by their requests as JSON. */
export type SearchCache = LRUCache<string, SearchPage>;

export const createSearchCache = (): SearchCache =>
  new LRUCache({ maxSize: CACHED_HITS, sizeCalculation: ({ entries }) => entries.length + 1 });
