import { differingPaths, requestedCount } from '../../../src/web/explorer/paths/differingPaths.ts';
import type { Path } from '../../../src/web/explorer/paths/pathResult.ts';

/** A path through nodes that are named by one letter each. */
const path = (letters: string): Path => ({
  nodes: Array.from(letters, (id) => ({ id, kind: 'AUTHOR', label: id, paperCount: 1 })),
  steps: [],
});

const chosen = (paths: readonly string[], count: number): string[] =>
  differingPaths(paths.map(path), count).map(({ nodes }) => nodes.map(({ id }) => id).join(''));

describe('differingPaths', () => {
  it('keeps the best path and prefers paths that share no inner node with it', () => {
    expect(chosen(['abcz', 'abdz', 'aefz', 'aegz'], 2)).toEqual(['abcz', 'aefz']);
  });

  it('takes the better one of paths that differ equally, and keeps the order of the paths', () => {
    expect(chosen(['abz', 'acz', 'adz', 'aez'], 3)).toEqual(['abz', 'acz', 'adz']);
    expect(chosen(['abcz', 'abdz', 'aefz'], 3)).toEqual(['abcz', 'abdz', 'aefz']);
  });

  it('returns all paths if there are fewer than wanted', () => {
    expect(chosen(['az'], 3)).toEqual(['az']);
    expect(chosen([], 3)).toEqual([]);
  });
});

describe('requestedCount', () => {
  it('requests more paths than are shown, but not more than the server returns, and one for one', () => {
    expect([1, 3, 10].map(requestedCount)).toEqual([1, 12, 20]);
  });
});
