import type { Steps } from './steps.ts';
import { compareNodes, type FoundPath, type PathGraph, type WorkBudget } from './pathGraph.ts';
import type { ShortestPathQuery } from './shortestPath.ts';

export interface BestPathsQuery {
  from: number;
  to: number;
  /** The number of paths to find, 1–20. */
  k: number;
  /** The maximum number of steps of a path, 1–20. */
  maxLength: number;
  /**
   * STEPS: paths with fewer steps come first. COST: cheaper paths come first. Paths that are equal in this are ordered
   * by cost, then by the ids of their nodes.
   */
  by: 'STEPS' | 'COST';
  avoided: ReadonlySet<number>;
}

/** Finds the best path that a query allows. */
export interface PathSearch {
  find(query: ShortestPathQuery): Steps<FoundPath | undefined>;
  /** A lower bound of the cost of the path that `find` would return. */
  leastCost(query: ShortestPathQuery): number;
}

/** A path. `fork` is the index of the node at which it branches off from an earlier path; -1 for the first path. */
interface RankedPath extends FoundPath {
  fork: number;
}

/** The value of `fork` for the first path, which does not branch off from another path. */
const FIRST = -1;

/** How a new path can branch off from a ranked path: it begins with the nodes of `root`, and `query` finds the rest. */
interface Detour {
  root: readonly number[];
  rootCost: number;
  query: ShortestPathQuery;
  /** A lower bound of the cost of the whole path, including `root`. */
  leastCost: number;
}

/**
 * Finds the k best paths without repeated nodes, in their exact order. Each next path is the best of those that branch
 * off from a path that was already found (Yen, Management Science 17, 1971). No detour is searched twice (Lawler,
 * Management Science 18, 1972).
 */
export class PathRanking {
  readonly #graph: PathGraph;
  readonly #query: BestPathsQuery;
  readonly #budget: WorkBudget;
  readonly #search: PathSearch;
  readonly #paths: RankedPath[] = [];
  /** Paths that were found but do not have a rank yet. */
  #candidates: RankedPath[] = [];

  constructor(graph: PathGraph, query: BestPathsQuery, budget: WorkBudget, search: PathSearch) {
    this.#graph = graph;
    this.#query = query;
    this.#budget = budget;
    this.#search = search;
  }

  get paths(): FoundPath[] {
    return this.#paths.map(({ nodes, cost }) => ({ nodes, cost }));
  }

  /** How many of the k paths are not found yet. */
  get missing(): number {
    return this.#query.k - this.#paths.length;
  }

  /** Adds the first path, which the caller has found. */
  begin(path: FoundPath): void {
    this.#paths.push({ ...path, fork: FIRST });
  }

  /** Adds paths until there are k paths, no further path costs at most `mostCost`, or the budget is exhausted. */
  *extend(mostCost: number): Steps<void> {
    this.#candidates = [];
    if (this.#paths.length === 0) {
      const path = yield* this.#search.find({ ...wholeQuery(this.#query), mostCost });
      if (path) this.#candidates.push({ ...path, fork: FIRST });
    }
    for (const path of this.#paths) {
      // up to its fork, the path has the same nodes as an earlier path, whose detours at these nodes were already
      // searched
      if (this.missing > 0) yield* this.#findDetours(path, path.fork + 1, mostCost);
    }
    while (this.missing > 0 && !this.#budget.isExhausted) {
      const next = this.#candidates.shift();
      if (!next) return;
      this.#paths.push(next);
      if (this.missing > 0) yield* this.#findDetours(next, Math.max(0, next.fork), mostCost);
    }
  }

  /**
   * Searches the best path along each detour from `path`.
   *
   * @param from a detour may leave the path at the node with this index, or at a later node
   */
  *#findDetours(path: RankedPath, from: number, mostCost: number): Steps<void> {
    for (const { root, rootCost, query, leastCost } of this.#detours(path, from)) {
      const most =
        this.#query.by === 'COST'
          ? Math.min(mostCost, this.#candidates[this.missing - 1]?.cost ?? Infinity)
          : Infinity;
      // detours are in the order of their costs, so that all later ones cost at least as much
      if (leastCost > most || leastCost === Infinity) return;
      const found = yield* this.#search.find({ ...query, mostCost: most - rootCost });
      if (this.#budget.isExhausted) return;
      if (!found) continue;
      const nodes = [...root.slice(0, -1), ...found.nodes];
      this.#candidates.push({ nodes, cost: rootCost + found.cost, fork: root.length - 1 });
      this.#candidates.sort(pathOrders[this.#query.by]).splice(this.missing);
    }
  }

  /**
   * The detours from a path. There is one for each node from index `from` on (without the last one): a new path has the
   * same nodes up to this node and then takes a step that no ranked path takes there. The detour with the least cost
   * comes first.
   */
  #detours({ nodes }: RankedPath, from: number): Detour[] {
    const { to, maxLength, avoided } = this.#query;
    const detours: Detour[] = [];
    for (let length = from; length < nodes.length - 1; length += 1) {
      const root = nodes.slice(0, length + 1);
      const taken = this.#paths.filter((path) => root.every((node, index) => path.nodes[index] === node));
      const query = {
        from: nodes[length] as number,
        to,
        maxLength: maxLength - length,
        avoided: new Set([...avoided, ...root.slice(0, -1)]),
        avoidedFirst: new Set(taken.flatMap((path) => path.nodes[length + 1] ?? [])),
        mostCost: Infinity,
      };
      const rootCost = costOf(this.#graph, root);
      detours.push({ root, rootCost, query, leastCost: rootCost + this.#search.leastCost(query) });
    }
    return detours.sort((a, b) => a.leastCost - b.leastCost);
  }
}

/** Converts a query for the k best paths to a query for the best path. */
export const wholeQuery = ({ from, to, maxLength, avoided }: BestPathsQuery): ShortestPathQuery => ({
  from,
  to,
  maxLength,
  avoided,
  avoidedFirst: new Set(),
  mostCost: Infinity,
});

const byCost = (left: FoundPath, right: FoundPath): number =>
  left.cost - right.cost || compareNodes(left.nodes, right.nodes);

const pathOrders: Readonly<Record<BestPathsQuery['by'], typeof byCost>> = {
  COST: byCost,
  STEPS: (left, right) => left.nodes.length - right.nodes.length || byCost(left, right),
};

/** The cost of a path: the sum of the costs of the edges between its nodes. */
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
