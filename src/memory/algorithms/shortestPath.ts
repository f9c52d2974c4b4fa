import type { PathStatus } from '../../graph/paths.ts';
import type { Steps } from './steps.ts';
import type { EdgeSpan, FoundPath, PathGraph, WorkBudget } from './pathGraph.ts';
import type { PathScratch } from './pathScratch.ts';
import type { StepLayers } from './stepLayers.ts';

export interface ShortestPathQuery {
  from: number;
  to: number;
  /** The maximum number of steps. */
  maxLength: number;
  /** Nodes that the path must not visit. */
  avoided: ReadonlySet<number>;
  /** Nodes that must not be the second node of the path. */
  avoidedFirst: ReadonlySet<number>;
  /** Paths that cost more than this are not searched. */
  mostCost: number;
}

interface ShortestPathResult {
  status: PathStatus;
  path: FoundPath | undefined;
}

/**
 * Finds the path with the fewest steps between two nodes. If several paths have the fewest steps, it finds the cheapest
 * of them; if several of these cost the same, the one with the smallest ids. First, two breadth-first searches from
 * both ends are extended until they meet, always the one with the smaller frontier (Pohl, 1971). Then the costs of the
 * shortest paths are computed layer by layer. Costs may be negative.
 */
export class ShortestPathSearch {
  readonly #graph: PathGraph;
  readonly #budget: WorkBudget;
  readonly #forward: StepLayers;
  readonly #backward: StepLayers;

  constructor(graph: PathGraph, budget: WorkBudget, scratch: PathScratch) {
    this.#graph = graph;
    this.#budget = budget;
    this.#forward = scratch.forward;
    this.#backward = scratch.backward;
  }

  *find(query: ShortestPathQuery): Steps<ShortestPathResult> {
    this.#forward.clear();
    this.#backward.clear();
    this.#forward.begin(query.from);
    this.#backward.begin(query.to);
    const status = yield* this.#meet(query);
    return { status, path: status === 'FOUND' ? yield* this.#leastCost(query) : undefined };
  }

  /**
   * A lower bound of the number of steps from a node to the target. It holds for paths that avoid at least all nodes
   * that the last query avoids.
   */
  leastStepsFrom(node: number): number {
    return this.#backward.has(node) ? this.#backward.depthOf(node) : this.#backward.depth + 1;
  }

  /**
   * Extends the two searches layer by layer until they meet, one of them finds no new nodes, or the maximum length is
   * reached.
   */
  *#meet(query: ShortestPathQuery): Steps<PathStatus> {
    const forward = this.#forward;
    const backward = this.#backward;
    while (forward.border.length > 0 && backward.border.length > 0) {
      if (forward.depth + backward.depth === query.maxLength) return 'BEYOND_MAX_LENGTH';
      const isForward = forward.border.length <= backward.border.length;
      const [layers, others] = isForward ? [forward, backward] : [backward, forward];
      const meets = yield* this.#grow(layers, others, query);
      if (this.#budget.isExhausted) return 'STOPPED';
      if (meets) return 'FOUND';
    }
    return 'NOT_CONNECTED';
  }

  *#grow(
    layers: StepLayers,
    others: StepLayers,
    { from, avoided, avoidedFirst }: ShortestPathQuery,
  ): Steps<boolean> {
    const border = layers.advance();
    const isForward = layers === this.#forward;
    let meets = false;
    for (const node of border) {
      const { targets, start, end } = this.#graph.edges(node);
      if (this.#budget.spend(end - start + 1)) yield;
      if (this.#budget.isExhausted) return false;
      for (let index = start; index < end; index += 1) {
        const target = targets[index] as number;
        if (layers.has(target) || avoided.has(target)) continue;
        // Leaves out an edge from the start to a node of `avoidedFirst`. The search from the target meets such an edge
        // at its other end.
        if (isForward ? node === from && avoidedFirst.has(target) : target === from && avoidedFirst.has(node))
          continue;
        layers.add(target);
        if (others.has(target)) meets = true;
      }
    }
    return meets;
  }

  /**
   * Finds the best of the shortest paths: computes for each layer the costs to the target, and then takes at each step
   * the smallest id that is on a cheapest path.
   */
  *#leastCost(query: ShortestPathQuery): Steps<FoundPath> {
    const costs = new Map<number, number>([[query.to, 0]]);
    const distances = this.#layersBetween();
    for (let index = distances.length - 2; index >= 0; index -= 1) {
      const next = distances[index + 1] ?? [];
      const onLayer = new Set(distances[index]);
      const best = new Map<number, number>();
      for (const node of next) {
        const span = this.#graph.edges(node);
        if (this.#budget.spend(span.end - span.start + 1)) yield;
        this.#relax(span, node, costs.get(node) ?? 0, onLayer, best, query);
      }
      for (const [node, cost] of best) costs.set(node, cost);
      distances[index] = [...best.keys()];
    }
    return { nodes: this.#smallest(query, distances, costs), cost: costs.get(query.from) ?? 0 };
  }

  #relax(
    { targets, costs, start, end }: EdgeSpan,
    node: number,
    beyond: number,
    onLayer: ReadonlySet<number>,
    best: Map<number, number>,
    { from, avoidedFirst }: ShortestPathQuery,
  ): void {
    for (let index = start; index < end; index += 1) {
      const before = targets[index] as number;
      if (!onLayer.has(before) || (before === from && avoidedFirst.has(node))) continue;
      const cost = beyond + (costs[index] as number);
      const known = best.get(before);
      if (known === undefined || cost < known) best.set(before, cost);
    }
  }

  #smallest(
    query: ShortestPathQuery,
    distances: readonly number[][],
    costs: ReadonlyMap<number, number>,
  ): number[] {
    const nodes = [query.from];
    for (let index = 1; index < distances.length; index += 1) {
      const node = nodes[index - 1] ?? query.from;
      const onLayer = new Set(distances[index]);
      const span = this.#graph.edges(node);
      let smallest = Infinity;
      for (let edge = span.start; edge < span.end; edge += 1) {
        const target = span.targets[edge] as number;
        if (target >= smallest || !onLayer.has(target)) continue;
        if (index === 1 && query.avoidedFirst.has(target)) continue;
        if ((costs.get(target) ?? NaN) + (span.costs[edge] as number) === costs.get(node)) smallest = target;
      }
      nodes.push(smallest);
    }
    return nodes;
  }

  /**
   * By distance from the start: the nodes that may be on a shortest path. In the layer where the two searches met, all
   * nodes are on a shortest path. Other layers may also contain nodes that are on no shortest path; `#leastCost`
   * ignores these.
   */
  #layersBetween(): number[][] {
    const forward = this.#forward.layers();
    const backward = this.#backward.layers();
    const meeting = (forward.at(-1) ?? []).filter(
      (node) => this.#backward.depthOf(node) === this.#backward.depth,
    );
    return [...forward.slice(0, -1), meeting, ...backward.slice(0, -1).reverse()];
  }
}
