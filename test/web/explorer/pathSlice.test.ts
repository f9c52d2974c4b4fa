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
    const third = 680 / 3;
    expect(places).toEqual({ a: [0, 0], b: [third, -70], c: [third, 70], d: [2 * third, 0], z: [680, 0] });
  });

  it('leads from top to bottom on a phone', () => {
    const { a, b, z } = positions([path('a', 'b', 'z')], true);
    expect([a, b, z].map((place) => place![1])).toEqual([0, 215, 430]);
  });

  it('has the labels of a long path below and above in turns, and those of a phone beside single nodes', () => {
    const sides = (isNarrow: boolean) =>
      pathSlice([path('a', 'b', 'c', 'd', 'z'), path('a', 'e', 'z')], 'CO_AUTHORED', isNarrow)
        .nodes.map(({ entity, captionSide }) => `${entity.id} ${captionSide}`)
        .sort();
    expect(sides(false)).toEqual(['a below', 'b above', 'c below', 'd above', 'e above', 'z below']);
    expect(sides(true)).toEqual(['a right', 'b below', 'c right', 'd right', 'e below', 'z right']);
  });

  it('has each node and each step once', () => {
    const { nodes, edges } = pathSlice([path('a', 'b', 'z'), path('a', 'b', 'c', 'z')], 'CO_AUTHORED');
    expect(nodes.map(({ entity }) => entity.id).sort()).toEqual(['a', 'b', 'c', 'z']);
    expect(edges.map(({ key }) => key).sort()).toEqual(
      ['a b', 'b c', 'b z', 'c z'].map((ends) => `CO_AUTHORED ${ends}`),
    );
  });
});
