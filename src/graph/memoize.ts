import { LRUCache } from 'lru-cache';

/**
 * Returns a function that caches the results of `compute`. Calls with equal arguments, compared as JSON, return the
 * same result.
 *
 * @param max the maximum number of cached results; the least recently used ones are dropped. By default all results are
 *   kept
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
