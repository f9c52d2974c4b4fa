/** The optimal string alignment distance by its recursive definition, on small texts. */
export const errorsByHand = (left: string, right: string): number => {
  const [a, b] = [Array.from(left), Array.from(right)];
  const known = new Map<string, number>();
  const between = (i: number, j: number): number => {
    if (i === a.length) return b.length - j;
    if (j === b.length) return a.length - i;
    const key = `${i} ${j}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const isExchanged = i + 1 < a.length && a[i] === b[j + 1] && a[i + 1] === b[j];
    const errors = Math.min(
      between(i + 1, j) + 1,
      between(i, j + 1) + 1,
      between(i + 1, j + 1) + (a[i] === b[j] ? 0 : 1),
      isExchanged ? between(i + 2, j + 2) + 1 : Infinity,
    );
    known.set(key, errors);
    return errors;
  };
  return between(0, 0);
};
