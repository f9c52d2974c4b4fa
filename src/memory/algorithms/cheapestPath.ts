import type { Steps } from './steps.ts';
import { compareNodes, type FoundPath, type PathGraph, type WorkBudget } from './pathGraph.ts';
import { Heap } from './heap.ts';
import type { NearestNodes } from './nearestNodes.ts';
import type { ShortestPathQuery } from './shortestPath.ts';

/** A way from the start to a node: kept while no other way there is better in every respect. */
interface Label {
  node: number;
  steps: number;
  cost: number;
  /** Cost so far and at least this much more. */
  estimate: number;
  before: Label | undefined;
}

/**
 * The path of least cost within a number of steps; among those the one with the smallest ids in order. A* (Hart,
 * Nilsson & Raphael, 1968) over labels of cost and steps, because a cheaper way may be too long; the estimate is
 * the exact cost to the target without that limit. Costs must be positive.
 */
export class CheapestPathSearch {
  readonly #graph: PathGraph;
  readonly #budget: WorkBudget;
  /** Cost to the target of nodes nearer to it than `#horizon`; others are at least that far. */
  readonly #toTarget: NearestNodes;
  #horizon = Infinity;

  /** @param toTarget in which no node is reached yet; to be cleared when all is found. */
  constructor(graph: PathGraph, budget: WorkBudget, toTarget: NearestNodes) {
    this.#graph = graph;
    this.#budget = budget;
    this.#toTarget = toTarget;
  }

  /**
   * Works out how far nodes are from the target, up to those as far as the start (Dijkstra, 1959). Needed once
   * before paths to that target are asked for; leaving nodes out later makes nothing nearer.
   */
  *prepare(from: number, to: number, avoided: ReadonlySet<number>): Steps<void> {
    const nearest = this.#toTarget;
    nearest.reach(to, 0);
    for (let node = nearest.take(); node !== undefined && !this.#budget.isExhausted; node = nearest.take()) {
      const cost = nearest.costOf(node);
      if (node === from) {
        this.#horizon = cost;
        return;
      }
      const { targets, costs, start, end } = this.#graph.edges(node);
      if (this.#budget.spend(end - start + 1)) yield;
      for (let index = start; index < end; index += 1) {
        const target = targets[index] as number;
        if (!avoided.has(target)) nearest.reach(target, cost + (costs[index] as number));
      }
    }
  }

  /** The least that a path can cost that avoids the nodes of the query; Infinity if every first step is avoided. */
  leastCost({ from, avoided, avoidedFirst }: ShortestPathQuery): number {
    const { targets, costs, start, end } = this.#graph.edges(from);
    let least = Infinity;
    for (let index = start; index < end; index += 1) {
      const node = targets[index] as number;
      if (avoided.has(node) || avoidedFirst.has(node)) continue;
      least = Math.min(least, (costs[index] as number) + this.#atLeast(node));
    }
    return least;
  }

  /** Undefined where there is none, or the budget ran out. */
  *find(query: ShortestPathQuery): Steps<FoundPath | undefined> {
    const heap = new Heap<Label>((a, b) => a.estimate - b.estimate || a.steps - b.steps);
    const kept = new Map<number, Label[]>();
    let best: Label | undefined;
    this.#offer(
      { node: query.from, steps: 0, cost: 0, estimate: this.#atLeast(query.from), before: undefined },
      heap,
      kept,
    );
    const most = (): number => best?.cost ?? query.mostCost;
    for (let label = heap.pop(); label && label.estimate <= most(); label = heap.pop()) {
      if (!kept.get(label.node)?.includes(label)) continue; // a better one came
      if (label.node === query.to) {
        if (!best || compareNodes(nodesOf(label), nodesOf(best)) < 0) best = label;
        continue;
      }
      if (label.steps === query.maxLength) continue;
      const { targets, costs, start, end } = this.#graph.edges(label.node);
      if (this.#budget.spend(end - start + 1)) yield;
      if (this.#budget.isExhausted) return undefined;
      for (let index = start; index < end; index += 1) {
        const node = targets[index] as number;
        if (query.avoided.has(node) || (label.steps === 0 && query.avoidedFirst.has(node))) continue;
        const cost = label.cost + (costs[index] as number);
        const estimate = cost + this.#atLeast(node);
        if (estimate > most()) continue;
        this.#offer({ node, steps: label.steps + 1, cost, estimate, before: label }, heap, kept);
      }
    }
    return best && { nodes: nodesOf(best), cost: best.cost };
  }

  #atLeast(node: number): number {
    return Math.min(this.#toTarget.costOf(node), this.#horizon);
  }

  #offer(label: Label, heap: Heap<Label>, kept: Map<number, Label[]>): void {
    const others = kept.get(label.node) ?? [];
    if (others.some((other) => isNoWorse(other, label))) return;
    kept.set(label.node, [...others.filter((other) => !isNoWorse(label, other)), label]);
    heap.push(label);
  }
}

/** Whether every path that begins as `left` comes before the one that begins as `right` and goes on in the same way. */
const isNoWorse = (left: Label, right: Label): boolean => {
  if (left.steps > right.steps || left.cost > right.cost) return false;
  return left.cost < right.cost || compareNodes(nodesOf(left), nodesOf(right)) <= 0;
};

const nodesOf = (label: Label): number[] => {
  const nodes: number[] = [];
  for (let each: Label | undefined = label; each; each = each.before) nodes.push(each.node);
  return nodes.reverse();
};
