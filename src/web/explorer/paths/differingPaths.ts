import type { Path } from './pathResult.ts';

/** To show n paths that differ, the page requests this many times n paths and chooses among them. */
const COMPARED_FACTOR = 4;
/** The largest number of paths that the server returns. */
export const MAX_COUNT = 20;

/** How many paths to request, so that `differingPaths` can choose among them. */
export const requestedCount = (count: number): number =>
  count === 1 ? 1 : Math.min(MAX_COUNT, COMPARED_FACTOR * count);

/**
 * Chooses paths that pass through different nodes. The best path is chosen first; then, repeatedly, the path that
 * shares the fewest inner nodes with the chosen paths. If several paths share equally few, the best of them is chosen.
 *
 * @param paths the best path first; the result has the same order
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
