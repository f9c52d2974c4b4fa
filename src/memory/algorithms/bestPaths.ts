import type { Steps } from './steps.ts';
import { CheapestPathSearch } from './cheapestPath.ts';
import {
  compareNodes,
  type FoundPath,
  type PathGraph,
  type SearchStatus,
  type WorkBudget,
} from './pathGraph.ts';
import { ShortestPathSearch, type PathScratch, type ShortestPathQuery } from './shortestPath.ts';

export interface BestPathsQuery {
  from: number;
  to: number;
  /** How many paths, 1–20. */
  k: number;
  /** 1–20 steps. */
  maxLength: number;
  /** Fewest steps first, or least cost first; ties by least cost, then by the ids in order. */
  by: 'STEPS' | 'COST';
  avoided: ReadonlySet<number>;
}

export interface BestPathsResult {
  status: SearchStatus;
  /** False where the budget ran out before all k were known. */
  isComplete: boolean;
  paths: FoundPath[];
}

/** Finds one path, leaving out what the query says. */
interface PathSearch {
  find: (query: ShortestPathQuery) => Steps<FoundPath | undefined>;
  /** What it costs at least. */
  leastCost: (query: ShortestPathQuery) => number;
}

const nobody: ReadonlySet<number> = new Set();

/**
 * The first k simple paths in their total order, exactly. The first one by a search of its own; each further one
 * is the best of all that leave an earlier one somewhere (Yen, Management Science 17, 1971).
 */
export function* bestPaths(
  graph: PathGraph,
  query: BestPathsQuery,
  budget: WorkBudget,
  scratch: PathScratch,
): Steps<BestPathsResult> {
  const { from, to, maxLength, avoided } = query;
  if (from === to) return { status: 'FOUND', isComplete: true, paths: [{ nodes: [from], cost: 0 }] };
  const shortest = new ShortestPathSearch(graph, budget, scratch);
  const whole = { from, to, maxLength, avoided, avoidedFirst: nobody, mostCost: Infinity };
  const { status, path } = yield* shortest.find(whole);
  if (!path) return { status, isComplete: status !== 'STOPPED', paths: [] };
  if (query.by === 'STEPS') {
    const find: PathSearch['find'] = function* (each) {
      return (yield* shortest.find(each)).path;
    };
    return yield* allPaths(graph, query, path, { find, leastCost: () => 0 }, budget);
  }
  try {
    const cheapest = new CheapestPathSearch(graph, budget, scratch.nearest);
    yield* cheapest.prepare(from, to, avoided);
    const first = yield* cheapest.find(whole);
    if (!first) return { status: 'STOPPED', isComplete: false, paths: [] };
    return yield* allPaths(graph, query, first, cheapest, budget);
  } finally {
    scratch.nearest.clear();
  }
}

/** A way to leave a path that is known: after `root`, by another step than those `detour` avoids. */
interface Detour {
  root: readonly number[];
  rootCost: number;
  detour: ShortestPathQuery;
  /** Of the whole path, root included. */
  leastCost: number;
}

function* allPaths(
  graph: PathGraph,
  query: BestPathsQuery,
  first: FoundPath,
  search: PathSearch,
  budget: WorkBudget,
): Steps<BestPathsResult> {
  const compare = pathOrder(query.by);
  const paths = [first];
  const seen = new Set([first.nodes.join(' ')]);
  let candidates: FoundPath[] = [];
  while (paths.length < query.k) {
    const wanted = query.k - paths.length;
    for (const { root, rootCost, detour, leastCost } of detours(graph, query, paths, search)) {
      const mostCost = query.by === 'COST' ? (candidates[wanted - 1]?.cost ?? Infinity) : Infinity;
      if (leastCost > mostCost) break; // so are all that follow
      const path = yield* search.find({ ...detour, mostCost: mostCost - rootCost });
      if (budget.isExhausted) return { status: 'FOUND', isComplete: false, paths };
      if (!path) continue;
      const nodes = [...root.slice(0, -1), ...path.nodes];
      const name = nodes.join(' ');
      if (seen.has(name)) continue;
      seen.add(name);
      candidates = [...candidates, { nodes, cost: rootCost + path.cost }].sort(compare).slice(0, wanted);
    }
    const next = candidates.shift();
    if (!next) break;
    paths.push(next);
  }
  return { status: 'FOUND', isComplete: true, paths };
}

/** The places where a new path can leave the last one and take a step that no path takes yet, the cheapest first. */
const detours = (
  graph: PathGraph,
  query: BestPathsQuery,
  paths: readonly FoundPath[],
  search: PathSearch,
): Detour[] => {
  const { nodes } = paths.at(-1) ?? { nodes: [] };
  return nodes
    .slice(0, -1)
    .map((spur, length): Detour => {
      const root = nodes.slice(0, length + 1);
      const rootCost = costOf(graph, root);
      const taken = paths.filter((path) => root.every((node, index) => path.nodes[index] === node));
      const detour = {
        from: spur,
        to: query.to,
        maxLength: query.maxLength - length,
        avoided: new Set([...query.avoided, ...root.slice(0, -1)]),
        avoidedFirst: new Set(taken.flatMap((path) => path.nodes[length + 1] ?? [])),
        mostCost: Infinity,
      };
      return { root, rootCost, detour, leastCost: rootCost + search.leastCost(detour) };
    })
    .sort((a, b) => a.leastCost - b.leastCost);
};

const pathOrder =
  (by: BestPathsQuery['by']) =>
  (left: FoundPath, right: FoundPath): number =>
    (by === 'STEPS' ? left.nodes.length - right.nodes.length : 0) ||
    left.cost - right.cost ||
    compareNodes(left.nodes, right.nodes);

/** The sum of costs along nodes that follow each other. */
const costOf = (graph: PathGraph, nodes: readonly number[]): number => {
  let sum = 0;
  for (let index = 1; index < nodes.length; index += 1) {
    const { targets, costs, start, end } = graph.edges(nodes[index - 1] ?? 0);
    for (let edge = start; edge < end; edge += 1) {
      if (targets[edge] === nodes[index]) sum += costs[edge] as number;
    }
  }
  return sum;
};
