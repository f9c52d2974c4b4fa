import { CheapestPathSearch } from './cheapestPath.ts';
import { Heap } from './heap.ts';
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
type FindPath = (query: ShortestPathQuery) => Generator<void, FoundPath | undefined>;

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
): Generator<void, BestPathsResult> {
  const { from, to, maxLength, avoided } = query;
  if (from === to) return { status: 'FOUND', isComplete: true, paths: [{ nodes: [from], cost: 0 }] };
  const shortest = new ShortestPathSearch(graph, budget, scratch);
  const whole = { from, to, maxLength, avoided, avoidedFirst: nobody };
  const { status, path } = yield* shortest.find(whole);
  if (!path) return { status, isComplete: status !== 'STOPPED', paths: [] };
  let find: FindPath = function* (each) {
    return (yield* shortest.find(each)).path;
  };
  let first: FoundPath | undefined = path;
  if (query.by === 'COST') {
    const cheapest = new CheapestPathSearch(graph, budget);
    yield* cheapest.prepare(from, to, avoided);
    find = (each) => cheapest.find(each);
    first = yield* find(whole);
  }
  if (!first) return { status: 'STOPPED', isComplete: false, paths: [] };
  const paths = yield* furtherPaths(graph, query, first, find, budget);
  return { status: 'FOUND', isComplete: !budget.isExhausted || paths.length === query.k, paths };
}

function* furtherPaths(
  graph: PathGraph,
  query: BestPathsQuery,
  first: FoundPath,
  find: FindPath,
  budget: WorkBudget,
): Generator<void, FoundPath[]> {
  const compare = pathOrder(query.by);
  const paths = [first];
  const candidates = new Heap<FoundPath>(compare);
  const seen = new Set([first.nodes.join(' ')]);
  while (paths.length < query.k) {
    const last = paths.at(-1) ?? first;
    for (let length = 0; length < last.nodes.length - 1; length += 1) {
      const root = last.nodes.slice(0, length + 1);
      const spur = root.at(-1) ?? query.from;
      const taken = paths.filter(({ nodes }) => root.every((node, index) => nodes[index] === node));
      const path = yield* find({
        from: spur,
        to: query.to,
        maxLength: query.maxLength - length,
        avoided: new Set([...query.avoided, ...root.slice(0, -1)]),
        avoidedFirst: new Set(taken.flatMap(({ nodes }) => nodes[length + 1] ?? [])),
      });
      if (budget.isExhausted) return paths;
      if (!path) continue;
      const nodes = [...root.slice(0, -1), ...path.nodes];
      const name = nodes.join(' ');
      if (seen.has(name)) continue;
      seen.add(name);
      candidates.push({ nodes, cost: costOf(graph, root) + path.cost });
    }
    const next = candidates.pop();
    if (!next) break;
    paths.push(next);
  }
  return paths;
}

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
