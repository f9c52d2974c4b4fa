import { createPicture } from '../../../src/web/widget/picture.ts';
import { edge, node, slice } from '../support/slices.ts';

const small = slice(
  [node('author:ann', 0), node('author:ben'), node('author:cat')],
  [edge('author:ann', 'author:ben'), edge('author:ann', 'author:nobody')],
);

describe('createPicture', () => {
  it('places every node at another position, the same for each call', () => {
    const { nodes } = createPicture(small);
    expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(3);
    expect(createPicture(small).nodes.map(({ x, y }) => [x, y])).toEqual(nodes.map(({ x, y }) => [x, y]));
  });

  it('leaves out an edge to a node outside the slice', () => {
    expect(createPicture(small).edges.map(({ key }) => key)).toEqual(['author:ann author:ben']);
  });

  it('keeps the positions of a previous picture, and places new nodes near their neighbors', () => {
    const previous = createPicture(small);
    previous.nodes[1]!.x = 500;
    previous.nodes[1]!.y = -300;
    const more = slice(
      [...small.nodes, node('author:dan', 2)],
      [...small.edges, edge('author:ben', 'author:dan')],
    );
    const { nodes } = createPicture(more, previous);
    expect(nodes.slice(0, 3).map(({ x, y }) => [x, y])).toEqual(previous.nodes.map(({ x, y }) => [x, y]));
    expect(Math.hypot(nodes[3]!.x - 500, nodes[3]!.y + 300)).toBeLessThan(100);
  });

  it('colors the group of the center and the groups with several members, eight at most', () => {
    const nodes = Array.from({ length: 30 }, (_, index) => node(`author:${index}`, index === 0 ? 0 : 1));
    const cluster = (...members: number[]) => ({
      id: '',
      label: String(members[0]),
      members: members.map((index) => `author:${index}`),
    });
    const pairs = Array.from({ length: 10 }, (_, index) => cluster(2 + 2 * index, 3 + 2 * index));
    const clusters = [cluster(0), cluster(1), ...pairs];
    const shown = createPicture({ nodes, edges: [], clusters }).groups.map(({ label }) => label);
    expect(shown).toEqual(['0', '2', '4', '6', '8', '10', '12', '14']);
  });

  it('has columns only if the slice places all nodes', () => {
    const columns = [{ label: '2020', x: 0 }];
    const placed = small.nodes.map((each, x) => ({ ...each, position: { x, y: 0 } }));
    expect(createPicture({ nodes: placed, edges: [], columns })).toMatchObject({ isPlaced: true, columns });
    expect(createPicture({ ...small, columns })).toMatchObject({ isPlaced: false, columns: [] });
  });

  it('gives nodes with more papers a larger radius', () => {
    const counts = [100, 25, 0].map((paperCount, index) => {
      const { entity } = node(`author:${index}`);
      return { entity: { ...entity, paperCount }, distance: 1 };
    });
    const radii = createPicture({ nodes: counts, edges: [] }).nodes.map(({ radius }) => radius);
    expect(radii).toEqual([20, 12.5, 5]);
  });
});
