import { bestPaths, type BestPathsResult } from '../../../src/memory/algorithms/bestPaths.ts';
import type { BestPathsQuery } from '../../../src/memory/algorithms/pathRanking.ts';
import { WorkBudget, type PathGraph } from '../../../src/memory/algorithms/pathGraph.ts';
import { runToEnd } from '../../../src/memory/algorithms/steps.ts';
import { PathScratch } from '../../../src/memory/algorithms/pathScratch.ts';
import { pathGraph, range } from './rows.ts';

const ENOUGH = 1_000_000;
const letters = 'CDEFGH';

/** The graph by which Yen's algorithm is usually explained, its edges taken both ways. */
const textbook = pathGraph(
  6,
  (['CD3', 'CE2', 'DE1', 'DF4', 'EF2', 'EG3', 'FG2', 'FH1', 'GH2'] as const).map(
    ([from = '', to = '', cost = '']) => [letters.indexOf(from), letters.indexOf(to), Number(cost)],
  ),
);
const fromCToH = { from: 0, to: 5, k: 20, maxLength: 20, by: 'COST', avoided: new Set<number>() } as const;

const search = (
  query: BestPathsQuery,
  budget = ENOUGH,
  graph: PathGraph = textbook,
  scratch = new PathScratch(graph.nodes),
): BestPathsResult => runToEnd(bestPaths(graph, query, new WorkBudget(budget), scratch));

const words = ({ paths }: BestPathsResult): string[] =>
  paths.map(({ nodes, cost }) => `${nodes.map((node) => letters[node]).join('')} ${cost}`);

describe('the best paths of a small graph', () => {
  it('by cost come cheapest first, of those of one cost the smallest nodes', () => {
    expect(words(search({ ...fromCToH, k: 7 }))).toEqual([
      'CEFH 5',
      'CDEFH 7',
      'CEGH 7',
      'CDFH 8',
      'CEDFH 8',
      'CEFGH 8',
      'CEGFH 8',
    ]);
  });

  it('by steps come shortest first, of those of one length the cheapest', () => {
    expect(words(search({ ...fromCToH, by: 'STEPS', k: 7 }))).toEqual([
      'CEFH 5',
      'CEGH 7',
      'CDFH 8',
      'CDEFH 7',
      'CEDFH 8',
      'CEFGH 8',
      'CEGFH 8',
    ]);
  });

  it('have no more steps than allowed and pass nothing avoided', () => {
    expect(words(search({ ...fromCToH, maxLength: 3 }))).toEqual(['CEFH 5', 'CEGH 7', 'CDFH 8']);
    const withoutE = search({ ...fromCToH, avoided: new Set([2]) });
    expect(words(withoutE)).toEqual(['CDFH 8', 'CDFGH 11']);
    expect(withoutE).toMatchObject({ status: 'FOUND', isComplete: true });
  });

  it('are none where the length, or the graph, allows none', () => {
    expect(search({ ...fromCToH, maxLength: 2 })).toEqual({
      status: 'BEYOND_MAX_LENGTH',
      isComplete: true,
      paths: [],
    });
    expect(search({ ...fromCToH, avoided: new Set([3, 4]) })).toEqual({
      status: 'NOT_CONNECTED',
      isComplete: true,
      paths: [],
    });
  });

  it('from a node to itself are one of no steps', () => {
    expect(search({ ...fromCToH, to: 0 })).toEqual({
      status: 'FOUND',
      isComplete: true,
      paths: [{ nodes: [0], cost: 0 }],
    });
  });

  it('by steps may have costs below zero: the more there is between two nodes the better', () => {
    const graph = pathGraph(4, [
      [0, 1, -1],
      [1, 3, -1],
      [0, 2, -5],
      [2, 3, -1],
    ]);
    const { paths } = search({ ...fromCToH, to: 3, by: 'STEPS' }, ENOUGH, graph);
    expect(paths).toEqual([
      { nodes: [0, 2, 3], cost: -6 },
      { nodes: [0, 1, 3], cost: -2 },
    ]);
  });
});

describe.each(['COST', 'STEPS'] as const)('a work budget, paths by %s', (by) => {
  const query = { ...fromCToH, by, k: 6 };
  const all = search(query);

  it('too small for the first path stops the search, which then claims nothing', () => {
    expect(search(query, 0)).toEqual({ status: 'STOPPED', isComplete: false, paths: [] });
    expect(search({ ...query, maxLength: 2 }, 0)).toMatchObject({ status: 'STOPPED', isComplete: false });
    expect(search({ ...query, avoided: new Set([3, 4]) }, 0)).toMatchObject({ status: 'STOPPED' });
  });

  it('of any size leaves the first of all paths, and says whether they are all that were asked for', () => {
    const found: number[] = [];
    for (let budget = 0; found.at(-1) !== all.paths.length; budget += 1) {
      const { status, isComplete, paths } = search(query, budget);
      expect(paths).toEqual(all.paths.slice(0, paths.length));
      expect(status).toBe(paths.length === 0 ? 'STOPPED' : 'FOUND');
      expect(isComplete).toBe(paths.length === all.paths.length);
      expect(paths.length).toBeGreaterThanOrEqual(found.at(-1) ?? 0);
      found.push(paths.length);
    }
    expect(found).toEqual(expect.arrayContaining([0, 1, 3, 6])); // some searches find several
  });

  it('that lasts for the only path asked for leaves nothing unknown', () => {
    for (let budget = 0; budget < 100; budget += 1) {
      const { status, isComplete } = search({ ...query, k: 1 }, budget);
      expect(isComplete).toBe(status === 'FOUND');
    }
  });

  it('spent leaves what searches share fit for the next', () => {
    const scratch = new PathScratch(textbook.nodes);
    for (const budget of [0, 5, 20, 40, ENOUGH, 3])
      expect(search(query, budget, textbook, scratch)).toEqual(search(query, budget));
    expect(search(query, ENOUGH, textbook, scratch)).toEqual(all);
  });
});

describe('a work budget', () => {
  it('is exhausted by more work than it allows', () => {
    const budget = new WorkBudget(10);
    budget.spend(10);
    expect(budget.isExhausted).toBe(false);
    budget.spend(1);
    expect(budget.isExhausted).toBe(true);
  });

  it('asks for a pause after some thousand edges, and again after as many', () => {
    const budget = new WorkBudget(ENOUGH);
    const pauses = Array.from({ length: 8 }, () => budget.spend(1_000));
    expect(pauses).toEqual([false, true, false, true, false, true, false, true]);
  });

  it('makes a large search pause and go on to the same end', () => {
    const size = 1000;
    const everyone = Float64Array.from({ length: size }, (_, node) => node);
    const costs = new Float64Array(size).fill(1);
    const complete: PathGraph = {
      nodes: range(0, size),
      edges: () => ({ targets: everyone, costs, start: 0, end: size }),
    };
    const query = { ...fromCToH, from: 0, to: size - 1, by: 'STEPS', k: 4 } as const;
    const paused = bestPaths(complete, query, new WorkBudget(10 * ENOUGH), new PathScratch(complete.nodes));
    let pauses = 0;
    let step = paused.next();
    for (; !step.done; step = paused.next()) pauses += 1;
    expect(pauses).toBeGreaterThan(1);
    const { paths } = step.value;
    expect(paths.map(({ nodes }) => nodes)).toEqual([
      [0, size - 1],
      [0, 1, size - 1],
      [0, 2, size - 1],
      [0, 3, size - 1],
    ]);
  });
});
