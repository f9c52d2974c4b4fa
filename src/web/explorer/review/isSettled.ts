import type { Verdict } from './decisions.ts';

interface Pair {
  readonly entities: readonly { readonly id: string }[];
}

interface Decided {
  readonly candidate: Pair;
  readonly verdict: Verdict;
}

/**
 * Whether decisions about other pairs say what a pair is: whoever is the same as one is the same as all who are the same
 * as that one, and different from all who are different from that one.
 */
export const isSettled = (pair: Pair, decisions: readonly Decided[]): boolean => {
  const groups = new Map<string, Set<string>>();
  const groupOf = (id: string): Set<string> => groups.get(id) ?? new Set([id]);
  const idsOf = ({ entities }: Pair): string[] => entities.map(({ id }) => id);
  for (const { candidate, verdict } of decisions) {
    if (verdict !== 'same') continue;
    const joined = new Set(idsOf(candidate).flatMap((id) => [...groupOf(id)]));
    for (const id of joined) groups.set(id, joined);
  }
  const [one = '', other = ''] = idsOf(pair);
  if (groupOf(one).has(other)) return true;
  return decisions.some(({ candidate, verdict }) => {
    const [left = '', right = ''] = idsOf(candidate);
    const isBetween = (from: string, to: string): boolean => groupOf(one).has(from) && groupOf(other).has(to);
    return verdict === 'different' && (isBetween(left, right) || isBetween(right, left));
  });
};
