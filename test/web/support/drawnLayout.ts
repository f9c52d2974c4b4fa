import type { RandomNumbers } from '../../support/bibliography/randomNumbers.ts';
import { LayoutSimulation, type LayoutGraph } from '../../../src/web/widget/layout/layoutSimulation.ts';

/** A drawn graph to lay out: each node but the first has edges to earlier nodes. */
export const drawnLayout = (count: number, aspect: number, random: RandomNumbers): LayoutGraph => {
  const edges = Array.from({ length: 2 * count }, (_, index) => {
    const to = 1 + (index % (count - 1));
    return [Math.floor(random.next() * to), to];
  });
  return {
    // where a picture places new nodes: on a spiral
    positions: Float32Array.from({ length: 2 * count }, (_, index) => {
      const angle = 2.4 * Math.floor(index / 2);
      return (60 + index) * (index % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
    }),
    radii: Float32Array.from({ length: count }, () => 5 + 15 * random.next()),
    fixed: new Uint8Array(count),
    edges: Uint32Array.from(edges.flat()),
    strengths: Float32Array.from(edges, () => random.next()),
    groups: [],
    heat: 1,
    aspect,
  };
};

/** The positions of the nodes when the layout has come to rest. */
export const drawnPositions = (graph: LayoutGraph): { x: number; y: number }[] => {
  const simulation = new LayoutSimulation(graph);
  while (simulation.step());
  const positions = simulation.positions();
  return Array.from(graph.radii, (_, index) => ({ x: positions[2 * index]!, y: positions[2 * index + 1]! }));
};
