import type { Path } from '../../../src/web/explorer/paths/pathResult.ts';
import { pathSlice } from '../../../src/web/explorer/paths/pathSlice.ts';

const path = (...ids: string[]): Path => ({
  nodes: ids.map((id) => ({ id, kind: 'AUTHOR', label: id, paperCount: 1 })),
  steps: ids
    .slice(1)
    .map(() => ({ weight: 1, description: '', firstYear: null, lastYear: null, papers: [], authors: [] })),
});

const positions = (paths: Path[], isNarrow = false): Record<string, [number, number]> =>
  Object.fromEntries(
    pathSlice(paths, 'CO_AUTHORED', isNarrow).nodes.map(({ entity, position }) => [
      entity.id,
      [position!.x, position!.y],
    ]),
  );

describe('pathSlice', () => {
  it('leads from left to right, with the alternatives below each other and the end last', () => {
    const places = positions([path('a', 'b', 'z'), path('a', 'c', 'z'), path('a', 'b', 'd', 'z')]);
    expect(places['a']).toEqual([0, 0]);
    expect(places['b']).toEqual([150, -42]);
    expect(places['c']).toEqual([150, 42]);
    expect(places['d']).toEqual([300, 0]);
    expect(places['z']).toEqual([450, 0]);
  });

  it('leads from top to bottom on a phone', () => {
    const { a, b, z } = positions([path('a', 'b', 'z')], true);
    expect([a, b, z].map((place) => place![1])).toEqual([0, 84, 168]);
  });

  it('has each node and each step once', () => {
    const { nodes, edges } = pathSlice([path('a', 'b', 'z'), path('a', 'b', 'c', 'z')], 'CO_AUTHORED');
    expect(nodes.map(({ entity }) => entity.id).sort()).toEqual(['a', 'b', 'c', 'z']);
    expect(edges.map(({ key }) => key).sort()).toEqual(
      ['a b', 'b c', 'b z', 'c z'].map((ends) => `CO_AUTHORED ${ends}`),
    );
  });
});
