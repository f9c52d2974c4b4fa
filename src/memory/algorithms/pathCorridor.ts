import type { Steps } from './steps.ts';
import type { NearestNodes } from './nearestNodes.ts';
import type { PathGraph, WorkBudget } from './pathGraph.ts';

/** The queues of the three searches that a PathCorridor makes. They must be empty at first. */
export interface CorridorQueues {
  fromStart: NearestNodes;
  fromTarget: NearestNodes;
  between: NearestNodes;
}

/** The two ends of the searched paths, and the nodes that the paths must not visit. */
interface PathEnds {
  from: number;
  to: number;
  avoided: ReadonlySet<number>;
}

/**
 * Each call of `widen` multiplies the number of searched nodes by at least this factor. So all calls together take at
 * most about three times as long as the last one.
 */
const GROWTH = 1.5;

/**
 * The nodes that may be on a path that costs at most `mostCost`, with any number of steps, and their exact costs to the
 * target. Two searches by cost (Dijkstra, 1959), one from each end, are extended in turn (Pohl, 1971). The radius of a
 * search is the cost up to which it has found all nodes. When the sum of both radii is `mostCost`, each node of a path
 * that costs at most `mostCost` was found by one of the searches. Costs must be positive, and the ends must be
 * connected.
 */
export class PathCorridor {
  readonly #graph: PathGraph;
  readonly #budget: WorkBudget;
  readonly #avoided: ReadonlySet<number>;
  readonly #fromStart: NearestNodes;
  readonly #fromTarget: NearestNodes;
  /**
   * A queue of those nodes of the corridor that the search from the target has not taken, by their cost to the target.
   */
  readonly #between: NearestNodes;
  /** The least cost of the paths that were found so far. */
  #leastCost = Infinity;
  #searchedNodes = 0;

  constructor(graph: PathGraph, budget: WorkBudget, queues: CorridorQueues, ends: PathEnds) {
    this.#graph = graph;
    this.#budget = budget;
    this.#avoided = ends.avoided;
    this.#fromStart = queues.fromStart;
    this.#fromTarget = queues.fromTarget;
    this.#between = queues.between;
    this.#fromStart.reach(ends.from, 0);
    this.#fromTarget.reach(ends.to, 0);
  }

  /** All paths that cost at most this much are in the corridor. Infinity if the corridor contains all paths. */
  get mostCost(): number {
    return this.#fromStart.radius + this.#fromTarget.radius;
  }

  /** The cost of the node's cheapest path to the target; Infinity if the node is outside the corridor. */
  costToTarget(node: number): number {
    return (this.#fromTarget.isTaken(node) ? this.#fromTarget : this.#between).costOf(node);
  }

  /**
   * Increases `mostCost` until the corridor contains the cheapest path. Once the work budget is exhausted, `open` and
   * `widen` do nothing.
   */
  *open(): Steps<void> {
    yield* this.#searchWhile(() => this.mostCost < this.#leastCost);
    yield* this.#connect();
  }

  *widen(): Steps<void> {
    const enough = this.#searchedNodes * GROWTH;
    yield* this.#searchWhile(() => this.#searchedNodes <= enough);
    yield* this.#connect();
  }

  /**
   * Extends the searches from both ends as long as `isTooNarrow` returns true. Each step extends the search that has
   * fewer waiting nodes.
   */
  *#searchWhile(isTooNarrow: () => boolean): Steps<void> {
    while (this.mostCost < Infinity && isTooNarrow()) {
      const isForward = this.#fromStart.waiting.length <= this.#fromTarget.waiting.length;
      const nearest = isForward ? this.#fromStart : this.#fromTarget;
      const others = isForward ? this.#fromTarget : this.#fromStart;
      // a node is waiting, because an empty queue has the radius Infinity, and the loop would have ended
      const node = nearest.take() as number;
      const cost = nearest.costOf(node);
      const { targets, costs, start, end } = this.#graph.edges(node);
      if (this.#budget.spend(end - start + 1)) yield;
      if (this.#budget.isExhausted) return;
      for (let index = start; index < end; index += 1) {
        const target = targets[index] as number;
        const reached = cost + (costs[index] as number);
        if (this.#avoided.has(target) || !nearest.reach(target, reached)) continue;
        this.#leastCost = Math.min(this.#leastCost, reached + others.costOf(target));
      }
      this.#searchedNodes += 1;
    }
  }

  /**
   * Continues the search from the target, beyond its radius, to all other nodes that may be on a path of at most
   * `mostCost`.
   */
  *#connect(): Steps<void> {
    const between = this.#between;
    between.clear();
    for (const node of this.#fromTarget.waiting) this.#reachBetween(node, this.#fromTarget.costOf(node));
    for (let node = between.take(); node !== undefined; node = between.take()) {
      const cost = between.costOf(node);
      const { targets, costs, start, end } = this.#graph.edges(node);
      if (this.#budget.spend(end - start + 1)) yield;
      if (this.#budget.isExhausted) return;
      for (let index = start; index < end; index += 1) {
        this.#reachBetween(targets[index] as number, cost + (costs[index] as number));
      }
    }
  }

  #reachBetween(node: number, cost: number): void {
    if (this.#fromStart.leastCostOf(node) + cost > this.mostCost || this.#fromTarget.isTaken(node)) return;
    this.#between.reach(node, cost);
  }
}
