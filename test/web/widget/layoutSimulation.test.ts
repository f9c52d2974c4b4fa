import { layoutGraph } from '../../../src/web/widget/layout/layoutGraph.ts';
import { LayoutSimulation, type LayoutGraph } from '../../../src/web/widget/layout/layoutSimulation.ts';
import { createPicture } from '../../../src/web/widget/picture.ts';
import { RandomNumbers } from '../../support/bibliography/randomNumbers.ts';
import { testSeed } from '../../support/testSeed.ts';
import { drawnLayout, drawnPositions } from '../support/drawnLayout.ts';
import { edge, node, slice } from '../support/slices.ts';

const small = slice(
  [node('author:ann', 0), node('author:ben'), node('author:cat')],
  [edge('author:ann', 'author:ben'), edge('author:ann', 'author:nobody')],
);

describe('LayoutSimulation', () => {
  it('comes to rest without overlapping nodes', () => {
    const picture = createPicture(small);
    const simulation = new LayoutSimulation(layoutGraph(picture, 'new', 1));
    while (simulation.step());
    const positions = simulation.positions();
    const distance = (one: number, other: number) =>
      Math.hypot(
        positions[2 * one]! - positions[2 * other]!,
        positions[2 * one + 1]! - positions[2 * other + 1]!,
      );
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      expect(distance(one, other)).toBeGreaterThan(picture.nodes[one]!.radius + picture.nodes[other]!.radius);
  });

  it('keeps a held node in place, and moves the others until it is released', () => {
    const simulation = new LayoutSimulation(layoutGraph(createPicture(small), 'restored', 1));
    simulation.hold(1, 300, 200);
    for (let step = 0; step < 300; step += 1) expect(simulation.step()).toBe(true);
    expect([...simulation.positions().slice(2, 4)]).toEqual([300, 200]);
    simulation.release(1);
    while (simulation.step());
    expect([...simulation.positions().slice(2, 4)]).not.toEqual([300, 200]);
  });

  it('places only the new nodes of an expanded picture; later, all nodes follow one that is dragged', () => {
    const before = createPicture(small);
    const more = slice(
      [...small.nodes, node('author:dan', 2), node('author:eva', 2)],
      [...small.edges, edge('author:ben', 'author:dan'), edge('author:ben', 'author:eva')],
    );
    const graph = layoutGraph(createPicture(more, before), 'expanded', 1);
    const simulation = new LayoutSimulation(graph);
    while (simulation.step());
    const after = simulation.positions();
    expect([...after.slice(0, 6)]).toEqual([...graph.positions.slice(0, 6)]);
    expect([...after.slice(6)]).not.toEqual([...graph.positions.slice(6)]);
    simulation.hold(1, 900, 900);
    for (let step = 0; step < 50; step += 1) simulation.step();
    expect([...simulation.positions().slice(0, 2)]).not.toEqual([...after.slice(0, 2)]);
  });

  it('places the members of a group together, although others are joined with them, too', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `author:${index}`);
    const groups = [0, 1, 2].map((group) => ids.filter((_, index) => index % 3 === group));
    const joined = ids.flatMap((id, index) => [1, 2, 3].map((step) => edge(id, ids[(index + step) % 12]!)));
    const picture = createPicture({
      ...slice(
        ids.map((id) => node(id)),
        joined,
      ),
      clusters: groups.map((members, index) => ({ id: `${index}`, label: `group ${index}`, members })),
    });
    const nearest = (graph: LayoutGraph): boolean[] => {
      const simulation = new LayoutSimulation(graph);
      while (simulation.step());
      const positions = simulation.positions();
      const point = (index: number) => [positions[2 * index]!, positions[2 * index + 1]!] as const;
      return picture.nodes.map(({ index }) => {
        const others = picture.nodes.filter((other) => other.index !== index);
        const away = (other: number): number =>
          Math.hypot(point(index)[0] - point(other)[0], point(index)[1] - point(other)[1]);
        const [closest] = others.sort((one, other) => away(one.index) - away(other.index));
        return closest!.index % 3 === index % 3;
      });
    };
    const graph = layoutGraph(picture, 'new', 1);
    expect(nearest(graph)).not.toContain(false);
    expect(nearest({ ...graph, groups: [] })).toContain(false);
  });

  it('makes pictures of the shape of the canvas', () => {
    const random = new RandomNumbers(testSeed());
    for (const aspect of [0.7, 1, 2])
      for (const count of [25, 60]) {
        const nodes = drawnPositions(drawnLayout(count, aspect, random));
        const extent = (values: number[]) => Math.max(...values) - Math.min(...values);
        const shape = extent(nodes.map(({ x }) => x)) / extent(nodes.map(({ y }) => y));
        expect(shape / aspect).toBeGreaterThan(0.75);
        expect(shape / aspect).toBeLessThan(1.35);
      }
  });
});
