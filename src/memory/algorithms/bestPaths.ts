import type { PathStatus } from '../../graph/paths.ts';
import type { Steps } from './steps.ts';
import { CheapestPathSearch } from './cheapestPath.ts';
import { PathCorridor } from './pathCorridor.ts';
import type { FoundPath, PathGraph, WorkBudget } from './pathGraph.ts';
import { PathRanking, wholeQuery, type BestPathsQuery } from './pathRanking.ts';
import type { PathScratch } from './pathScratch.ts';
import { ShortestPathSearch } from './shortestPath.ts';

export interface BestPathsResult {
  status: PathStatus;
  /** False if the budget was used up before all k paths were found. */
  isComplete: boolean;
  paths: FoundPath[];
}

/**
 * Finds the best k paths without repeated nodes: those with the fewest steps or with the least cost, as `query.by`
 * says. The result is exact unless the budget is used up.
 */
export function* bestPaths(
  graph: PathGraph,
  query: BestPathsQuery,
  budget: WorkBudget,
  scratch: PathScratch,
): Steps<BestPathsResult> {
  const { from, to } = query;
  if (from === to) return { status: 'FOUND', isComplete: true, paths: [{ nodes: [from], cost: 0 }] };
  const shortest = new ShortestPathSearch(graph, budget, scratch);
  try {
    const { status, path } = yield* shortest.find(wholeQuery(query));
    if (!path) return { status, isComplete: status !== 'STOPPED', paths: [] };
    const { paths, missing } =
      query.by === 'STEPS'
        ? yield* rankBySteps(graph, query, budget, shortest, path)
        : yield* rankByCost(graph, query, budget, shortest, scratch);
    const isComplete = missing === 0 || !budget.isExhausted;
    return { status: paths.length > 0 ? 'FOUND' : 'STOPPED', isComplete, paths };
  } finally {
    scratch.clear();
  }
}

function* rankBySteps(
  graph: PathGraph,
  query: BestPathsQuery,
  budget: WorkBudget,
  shortest: ShortestPathSearch,
  first: FoundPath,
): Steps<PathRanking> {
  const ranking = new PathRanking(graph, query, budget, {
    *find(each) {
      return (yield* shortest.find(each)).path;
    },
    leastCost: () => 0,
  });
  ranking.begin(first);
  yield* ranking.extend(Infinity);
  return ranking;
}

/**
 * Finds the cheapest paths. Only the nodes of a corridor are searched (see PathCorridor). The corridor is narrow at
 * first, because a narrow one is searched quickly, and is widened until k paths are found in it.
 */
function* rankByCost(
  graph: PathGraph,
  query: BestPathsQuery,
  budget: WorkBudget,
  shortest: ShortestPathSearch,
  scratch: PathScratch,
): Steps<PathRanking> {
  const corridor = new PathCorridor(graph, budget, scratch.corridor, query);
  const search = new CheapestPathSearch(graph, budget, corridor, shortest);
  const ranking = new PathRanking(graph, query, budget, search);
  yield* corridor.open();
  while (!budget.isExhausted) {
    yield* ranking.extend(corridor.mostCost);
    if (ranking.missing === 0 || corridor.mostCost === Infinity) break;
    yield* corridor.widen();
  }
  return ranking;
}
