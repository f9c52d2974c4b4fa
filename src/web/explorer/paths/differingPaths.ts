import type { Path } from './pathResult.ts';

/** How many of the best paths are compared for each path that is shown. */
const COMPARED_FACTOR = 4;
/** The server's limit for the number of paths. */
export const MAX_COUNT = 20;

/** How many paths to request, so that `differingPaths` can choose among them. */
export const requestedCount = (count: number): number =>
  count === 1 ? 1 : Math.min(MAX_COUNT, COMPARED_FACTOR * count);

/**
 * Chooses paths that pass through different nodes: the best path, and then again and again the path that shares the
 * fewest inner nodes with those already chosen; of several the best one.
 *
 * @param paths the best first; the result keeps this order
 */
export const differingPaths = (paths: readonly Path[], count: number): Path[] => {
  const chosen = new Set<Path>();
  const visited = new Set<string>();
  while (chosen.size < Math.min(count, paths.length)) {
    const overlap = (path: Path): number => innerIds(path).filter((id) => visited.has(id)).length;
    const next = paths.filter((path) => !chosen.has(path)).toSorted((a, b) => overlap(a) - overlap(b))[0];
    if (!next) break;
    chosen.add(next);
    for (const id of innerIds(next)) visited.add(id);
  }
  return paths.filter((path) => chosen.has(path));
};

const innerIds = ({ nodes }: Path): string[] => nodes.slice(1, -1).map(({ id }) => id);
