import { edgeAt } from '../../../src/web/widget/drawing/edgeAt.ts';
import { createPicture } from '../../../src/web/widget/picture.ts';
import { edge, node, slice } from '../support/slices.ts';

describe('edgeAt', () => {
  const { edges, nodes } = createPicture(
    slice(
      [node('author:a', 0), node('author:b'), node('author:c')],
      [edge('author:a', 'author:b'), edge('author:a', 'author:c')],
    ),
  );
  const places = [
    [0, 0],
    [100, 0],
    [100, 100],
  ] as const;
  for (const [index, [x, y]] of places.entries()) Object.assign(nodes[index]!, { x, y });
  const camera = { k: 2, x: 10, y: 20 };

  it('finds the nearest edge within the tolerance, on the screen', () => {
    expect(edgeAt(edges, [110, 22], camera, 3)?.key).toBe('author:a author:b');
    expect(edgeAt(edges, [150, 158], camera, 3)?.key).toBe('author:a author:c');
    expect(edgeAt(edges, [110, 40], camera, 3)).toBeUndefined();
  });

  it('does not find an edge beyond its ends', () => {
    expect(edgeAt(edges, [216, 20], camera, 3)).toBeUndefined();
  });
});
