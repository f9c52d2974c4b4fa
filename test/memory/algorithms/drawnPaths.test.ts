import fc from 'fast-check';
import { bestPaths } from '../../../src/memory/algorithms/bestPaths.ts';
import { NearestNodes } from '../../../src/memory/algorithms/nearestNodes.ts';
import { PathCorridor } from '../../../src/memory/algorithms/pathCorridor.ts';
import { WorkBudget, type FoundPath, type PathGraph } from '../../../src/memory/algorithms/pathGraph.ts';
import { PathScratch } from '../../../src/memory/algorithms/pathScratch.ts';
import { runToEnd } from '../../../src/memory/algorithms/steps.ts';
import { pathGraph, range, type DrawnEdge } from './rows.ts';

const ENOUGH = 10_000_000;

/** Graphs with few different costs, so that many paths tie. */
const drawnGraph = fc
  .integer({ min: 2, max: 9 })
  .chain((size) =>
    fc
      .uniqueArray(
        fc.tuple(
          fc.nat(size - 1),
          fc.nat(size - 1),
          fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 40 })),
        ),
        { maxLength: 2 * size, selector: ([from, to]) => `${Math.min(from, to)} ${Math.max(from, to)}` },
      )
      .map((edges) => ({ size, edges: edges.filter(([from, to]) => from !== to) })),
  );

/** All simple paths from one node to another, by recursion. */
const allPaths = (edges: readonly DrawnEdge[], from: number, to: number): FoundPath[] => {
  const paths: FoundPath[] = [];
  const walk = (nodes: number[], cost: number): void => {
    const last = nodes.at(-1);
    if (last === to) {
      paths.push({ nodes, cost });
      return;
    }
    for (const [left, right, step] of edges) {
      const next = left === last ? right : right === last ? left : undefined;
      if (next !== undefined && !nodes.includes(next)) walk([...nodes, next], cost + step);
    }
  };
  walk([from], 0);
  return paths;
};

const compareLists = (left: readonly number[], right: readonly number[]): number => {
  const place = left.findIndex((node, index) => node !== right[index]);
  return place === -1 ? 0 : left[place]! - right[place]!;
};

describe('drawn graphs', () => {
  it('have the same best paths as a list of all paths, sorted', () => {
    const scratch = new PathScratch(range(0, 9));
    fc.assert(
      fc.property(
        drawnGraph,
        fc.record({ from: fc.nat(), to: fc.nat(), avoided: fc.nat(20) }),
        fc.integer({ min: 1, max: 20 }),
        fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant(20)),
        fc.constantFrom('COST', 'STEPS'),
        ({ size, edges }, drawn, k, maxLength, by) => {
          const [from, to] = [drawn.from % size, drawn.to % size];
          const avoided = new Set([drawn.avoided].filter((node) => node !== from && node !== to));
          const expected = allPaths(edges, from, to)
            .filter(({ nodes }) => nodes.length <= maxLength + 1 && !nodes.some((node) => avoided.has(node)))
            .sort(
              (a, b) =>
                (by === 'STEPS' ? a.nodes.length - b.nodes.length : 0) ||
                a.cost - b.cost ||
                compareLists(a.nodes, b.nodes),
            )
            .slice(0, k);
          const query = { from, to, k, maxLength, by, avoided } as const;
          const graph = pathGraph(size, edges);
          const { paths, isComplete } = runToEnd(bestPaths(graph, query, new WorkBudget(ENOUGH), scratch));
          expect(paths).toEqual(expected);
          expect(isComplete).toBe(true);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('have all cheap paths inside the corridor, with the exact costs to the target', () => {
    fc.assert(
      fc.property(drawnGraph, fc.nat(), fc.nat(), ({ size, edges }, start, target) => {
        const [from, to] = [start % size, target % size];
        const paths = allPaths(edges, from, to);
        fc.pre(from !== to && paths.length > 0);
        const corridor = corridorOf(pathGraph(size, edges), from, to);
        runToEnd(corridor.open());
        expect(corridor.mostCost).toBeGreaterThanOrEqual(Math.min(...paths.map(({ cost }) => cost)));
        let isWhole = false;
        while (!isWhole) {
          isWhole = corridor.mostCost === Infinity;
          const nodes = paths.filter(({ cost }) => cost <= corridor.mostCost).flatMap((path) => path.nodes);
          for (const node of nodes) {
            const costs = allPaths(edges, node, to).map(({ cost }) => cost);
            expect(corridor.costToTarget(node)).toBe(Math.min(...costs));
          }
          runToEnd(corridor.widen());
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

const corridorOf = (graph: PathGraph, from: number, to: number): PathCorridor => {
  const queue = (): NearestNodes => new NearestNodes(graph.nodes);
  const queues = { fromStart: queue(), fromTarget: queue(), between: queue() };
  return new PathCorridor(graph, new WorkBudget(ENOUGH), queues, { from, to, avoided: new Set() });
};
