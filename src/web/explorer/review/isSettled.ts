import type { Verdict } from './verdict.ts';

interface Decided {
  /** The ids of the two authors. */
  readonly ids: readonly string[];
  readonly verdict: Verdict;
}

/**
 * Whether other decisions already imply the decision about a pair. Authors who were decided to be the same form a
 * group. If a member of one group was decided to be different from a member of another group, all members of these two
 * groups are different.
 */
export const isSettled = (
  [one = '', other = '']: readonly string[],
  decisions: readonly Decided[],
): boolean => {
  const groups = new Map<string, Set<string>>();
  const groupOf = (id: string): Set<string> => groups.get(id) ?? new Set([id]);
  for (const { ids, verdict } of decisions) {
    if (verdict !== 'same') continue;
    const joined = new Set(ids.flatMap((id) => [...groupOf(id)]));
    for (const id of joined) groups.set(id, joined);
  }
  if (groupOf(one).has(other)) return true;
  return decisions.some(({ ids: [left = '', right = ''], verdict }) => {
    const isBetween = (from: string, to: string): boolean => groupOf(one).has(from) && groupOf(other).has(to);
    return verdict === 'different' && (isBetween(left, right) || isBetween(right, left));
  });
};
