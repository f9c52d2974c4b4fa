/**
 * Finds the first index that passes a test, by binary search; returns the length if none passes. If an index passes,
 * all later indexes must pass, too.
 */
export const firstIndex = (length: number, passes: (index: number) => boolean): number => {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};
