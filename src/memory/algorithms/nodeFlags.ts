import type { NodeRange } from './adjacency.ts';

/** For each node of a range, 1 if it is in the set, otherwise 0. This is faster to read than a set. */
export const nodeFlags = (nodes: Iterable<number>, { start, end }: NodeRange): Uint8Array => {
  const flags = new Uint8Array(end - start);
  for (const node of nodes) if (start <= node && node < end) flags[node - start] = 1;
  return flags;
};
