import type { Steps } from './steps.ts';
import { compareNodes, type FoundPath, type PathGraph, type WorkBudget } from './pathGraph.ts';
import { Heap } from './heap.ts';
import type { PathCorridor } from './pathCorridor.ts';
import type { PathSearch } from './pathRanking.ts';
import type { ShortestPathQuery, ShortestPathSearch } from './shortestPath.ts';

/**
 * A path from the start to a node. It is not used any more when another path to the node is at least as good; see
 * isNoWorse.
 */
interface Label {
  node: number;
  steps: number;
  cost: number;
  /** The cost of this path plus a lower bound of the cost from its node to the target. */
  estimate: number;
  before: Label | undefined;
}

/**
 * Finds the path of least cost with at most `maxLength` steps. If several paths have the least cost, it finds the one
 * with the smallest ids, compared in path order. This is the A* algorithm (Hart, Nilsson & Raphael, 1968). A node can
 * have several labels, because its cheapest path may have too many steps. The estimate is the exact cost to the target
 * without a limit of steps. Labels whose node is too many steps away from the target are left out. Only paths inside
 * the corridor are found.
 */
export class CheapestPathSearch implements PathSearch {
  readonly #graph: PathGraph;
  readonly #budget: WorkBudget;
  readonly #corridor: PathCorridor;
  readonly #shortest: ShortestPathSearch;

  /**
   * @param shortest a search between the same ends that has already run; it gives lower bounds of the steps to the
   *   target
   */
  constructor(graph: PathGraph, budget: WorkBudget, corridor: PathCorridor, shortest: ShortestPathSearch) {
    this.#graph = graph;
    this.#budget = budget;
    this.#corridor = corridor;
    this.#shortest = shortest;
  }

  /**
   * A lower bound of the cost of a path that avoids the nodes of the query; Infinity if the query avoids every first
   * step.
   */
  leastCost({ from, avoided, avoidedFirst }: ShortestPathQuery): number {
    const { targets, costs, start, end } = this.#graph.edges(from);
    let least = Infinity;
    for (let index = start; index < end; index += 1) {
      const node = targets[index] as number;
      if (avoided.has(node) || avoidedFirst.has(node)) continue;
      least = Math.min(least, (costs[index] as number) + this.#corridor.costToTarget(node));
    }
    return least;
  }

  /** Undefined if there is no path that the query allows, or if the budget is used up. */
  *find(query: ShortestPathQuery): Steps<FoundPath | undefined> {
    const heap = new Heap<Label>((a, b) => a.estimate - b.estimate || a.steps - b.steps);
    const kept = new Map<number, Label[]>();
    let best: Label | undefined;
    const estimate = this.#corridor.costToTarget(query.from);
    this.#offer({ node: query.from, steps: 0, cost: 0, estimate, before: undefined }, heap, kept);
    const most = (): number => best?.cost ?? query.mostCost;
    for (let label = heap.pop(); label && label.estimate <= most(); label = heap.pop()) {
      // skips a label that is out of date, because a better label of the same node was found
      if (!kept.get(label.node)?.includes(label)) continue;
      if (label.node === query.to) {
        if (!best || compareNodes(nodesOf(label), nodesOf(best)) < 0) best = label;
        continue;
      }
      const { targets, costs, start, end } = this.#graph.edges(label.node);
      if (this.#budget.spend(end - start + 1)) yield;
      if (this.#budget.isExhausted) return undefined;
      for (let index = start; index < end; index += 1) {
        const node = targets[index] as number;
        const cost = label.cost + (costs[index] as number);
        const estimate = cost + this.#corridor.costToTarget(node);
        if (estimate > most() || estimate === Infinity) continue;
        if (label.steps + 1 + this.#shortest.leastStepsFrom(node) > query.maxLength) continue;
        if (query.avoided.has(node) || (label.steps === 0 && query.avoidedFirst.has(node))) continue;
        this.#offer({ node, steps: label.steps + 1, cost, estimate, before: label }, heap, kept);
      }
    }
    return best && { nodes: nodesOf(best), cost: best.cost };
  }

  #offer(label: Label, heap: Heap<Label>, kept: Map<number, Label[]>): void {
    const others = kept.get(label.node) ?? [];
    if (others.some((other) => isNoWorse(other, label))) return;
    kept.set(label.node, [...others.filter((other) => !isNoWorse(label, other)), label]);
    heap.push(label);
  }
}

/**
 * Whether `left`, continued by any further steps, is at least as good a path as `right`, continued by the same steps.
 */
const isNoWorse = (left: Label, right: Label): boolean => {
  if (left.steps > right.steps || left.cost > right.cost) return false;
  return left.cost < right.cost || compareNodes(nodesOf(left), nodesOf(right)) <= 0;
};

const nodesOf = (label: Label): number[] => {
  const nodes: number[] = [];
  for (let each: Label | undefined = label; each; each = each.before) nodes.push(each.node);
  return nodes.reverse();
};
