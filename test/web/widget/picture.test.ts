import { LayoutSimulation } from '../../../src/web/widget/layout/layoutSimulation.ts';
import { layoutGraph } from '../../../src/web/widget/layout/layoutGraph.ts';
import { pictured } from '../../../src/web/widget/picture.ts';
import { nextTowards } from '../../../src/web/widget/stage/nodeInDirection.ts';
import { edge, node, slice } from '../support/slices.ts';

const small = slice(
  [node('author:ann', 0), node('author:ben'), node('author:cat')],
  [edge('author:ann', 'author:ben'), edge('author:ann', 'author:nobody')],
);

describe('a picture of a slice', () => {
  it('gives every node a place of its own, the same each time', () => {
    const { nodes } = pictured(small);
    expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(3);
    expect(pictured(small).nodes.map(({ x, y }) => [x, y])).toEqual(nodes.map(({ x, y }) => [x, y]));
  });

  it('leaves out an edge to what is not there', () => {
    expect(pictured(small).edges.map(({ key }) => key)).toEqual(['author:ann author:ben']);
  });

  it('that follows another keeps every node where it was, and puts what is new beside its neighbor', () => {
    const former = pictured(small);
    former.nodes[1]!.x = 500;
    former.nodes[1]!.y = -300;
    const more = slice(
      [...small.nodes, node('author:dan', 2)],
      [...small.edges, edge('author:ben', 'author:dan')],
    );
    const { nodes } = pictured(more, former);
    expect(nodes.slice(0, 3).map(({ x, y }) => [x, y])).toEqual(former.nodes.map(({ x, y }) => [x, y]));
    expect(Math.hypot(nodes[3]!.x - 500, nodes[3]!.y + 300)).toBeLessThan(100);
  });

  it('makes nodes larger the more papers they have', () => {
    const counts = [100, 25, 0].map((paperCount, index) => {
      const { entity } = node(`author:${index}`);
      return { entity: { ...entity, paperCount }, distance: 1 };
    });
    const radii = pictured({ nodes: counts, edges: [] }).nodes.map(({ radius }) => radius);
    expect(radii).toEqual([20, 12.5, 5]);
  });
});

describe('a layout', () => {
  it('comes to rest with every node apart from every other', () => {
    const picture = pictured(small);
    const simulation = new LayoutSimulation(layoutGraph(picture, 1, 1));
    while (simulation.step());
    const positions = simulation.positions();
    const far = (one: number, other: number) =>
      Math.hypot(
        positions[2 * one]! - positions[2 * other]!,
        positions[2 * one + 1]! - positions[2 * other + 1]!,
      );
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      expect(far(one, other)).toBeGreaterThan(picture.nodes[one]!.radius + picture.nodes[other]!.radius);
  });

  it('holds a node where it is put, and moves on until it is let go', () => {
    const simulation = new LayoutSimulation(layoutGraph(pictured(small), 0.01, 1));
    simulation.hold(1, 300, 200);
    for (let step = 0; step < 300; step += 1) expect(simulation.step()).toBe(true);
    expect([...simulation.positions().slice(2, 4)]).toEqual([300, 200]);
    simulation.release(1);
    while (simulation.step());
    expect([...simulation.positions().slice(2, 4)]).not.toEqual([300, 200]);
  });
});

describe('an arrow key', () => {
  const at = (x: number, y: number) => ({ x, y });
  const here = at(0, 0);

  it('leads to the nearest node that lies that way', () => {
    const nodes = [here, at(50, 10), at(100, 0), at(-20, 5), at(3, 60)];
    expect(nextTowards(nodes, here, 'ArrowRight')).toEqual(at(50, 10));
    expect(nextTowards(nodes, here, 'ArrowLeft')).toEqual(at(-20, 5));
    expect(nextTowards(nodes, here, 'ArrowDown')).toEqual(at(3, 60));
    expect(nextTowards(nodes, here, 'ArrowUp')).toBeUndefined();
  });

  it('prefers what lies ahead to what is a little nearer but aside', () => {
    expect(nextTowards([at(40, 40), at(60, 0)], here, 'ArrowRight')).toEqual(at(60, 0));
  });
});
