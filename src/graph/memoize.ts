import { LRUCache } from 'lru-cache';

/**
 * The function with its results kept, so that calls with equal arguments (compared as JSON) share one result.
 *
 * @param max how many results are kept, the least recently used dropped first; by default all are kept
 */
export const memoize = <Arguments extends readonly unknown[], Result extends object>(
  compute: (...args: Arguments) => Result,
  { max }: { max?: number } = {},
): ((...args: Arguments) => Result) => {
  const results = max === undefined ? new Map<string, Result>() : new LRUCache<string, Result>({ max });
  return (...args) => {
    const key = JSON.stringify(args);
    const existing = results.get(key);
    if (existing !== undefined) return existing;
    const result = compute(...args);
    results.set(key, result);
    return result;
  };
};
