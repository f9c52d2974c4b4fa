import { byId, type CountedEdges } from './countedGraph.ts';

/* The first k simple paths of a graph too large to write down all of its paths, in a way that is plain to see. */

/** From → to → what the step costs; of a path it is the sum that counts. */
export type Ways = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A collaboration costs the nearest integer to 10⁹ / strength. */
export const collaborationWays = (edges: CountedEdges): Ways =>
  waysOf(edges, ({ strength }) => Math.round(1e18 / strength!));

/** The more papers are about both topics, the better. */
export const topicWaysThroughPapers = (related: CountedEdges): Ways =>
  waysOf(related, ({ paperCount }) => -paperCount);

const waysOf = (
  edges: CountedEdges,
  costOf: (row: { paperCount: number; strength: number | null }) => number,
): Ways =>
  new Map(
    [...edges].map(([from, rows]) => [from, new Map([...rows.values()].map((row) => [row.to, costOf(row)]))]),
  );

/** The more authors work on both topics, the better. */
export const topicWaysThroughAuthors = (authorTopics: CountedEdges): Ways => {
  const ways = new Map<string, Map<string, number>>();
  for (const topics of authorTopics.values()) {
    for (const from of topics.keys()) {
      const onward = ways.get(from) ?? new Map<string, number>();
      ways.set(from, onward);
      for (const to of topics.keys()) if (to !== from) onward.set(to, (onward.get(to) ?? 0) - 1);
    }
  }
  return ways;
};

export interface CountedPath {
  nodes: string[];
  cost: number;
}

export interface PathsAsked {
  from: string;
  k: number;
  maxLength: number;
}

/** Ways to one target. Paths come by steps or by cost, ties by cost, then by the ids in order. */
export class WaysTo {
  readonly #ways: Ways;
  readonly #to: string;
  readonly #by: 'STEPS' | 'COST';
  readonly #least: ReadonlyMap<string, number>;

  constructor(ways: Ways, to: string, by: 'STEPS' | 'COST') {
    this.#ways = ways;
    this.#to = to;
    this.#by = by;
    this.#least = this.#leastTo();
  }

  isReachedFrom(from: string): boolean {
    return this.#least.has(from);
  }

  /**
   * All simple paths up to a bound, which is raised until there are k of them; by steps at most to the length. By
   * cost there must be k.
   */
  first({ from, k, maxLength }: PathsAsked): CountedPath[] {
    const nearest = this.#least.get(from);
    if (nearest === undefined) return [];
    let bound = nearest;
    let paths = this.#upTo(bound, from, maxLength);
    while (paths.length < k && (this.#by === 'COST' || bound < maxLength)) {
      bound = this.#by === 'STEPS' ? bound + 1 : bound * 1.02;
      paths = this.#upTo(bound, from, maxLength);
    }
    return paths.sort((a, b) => this.#compare(a, b)).slice(0, k);
  }

  #compare(a: CountedPath, b: CountedPath): number {
    const bySteps = this.#by === 'STEPS' ? a.nodes.length - b.nodes.length : 0;
    const differing = a.nodes.findIndex((node, index) => node !== b.nodes[index]);
    return bySteps || a.cost - b.cost || byId(a.nodes[differing] ?? '', b.nodes[differing] ?? '');
  }

  #measure(cost: number): number {
    return this.#by === 'STEPS' ? 1 : cost;
  }

  #leastTo(): Map<string, number> {
    const least = new Map([[this.#to, 0]]);
    for (let changed = new Set([this.#to]); changed.size > 0;) {
      const next = new Set<string>();
      for (const node of changed) {
        for (const [other, cost] of this.#ways.get(node) ?? []) {
          const through = least.get(node)! + this.#measure(cost);
          if (through >= (least.get(other) ?? Infinity)) continue;
          least.set(other, through);
          next.add(other);
        }
      }
      changed = next;
    }
    return least;
  }

  #upTo(bound: number, from: string, maxLength: number): CountedPath[] {
    const paths: CountedPath[] = [];
    const nodes = [from];
    const walk = (measured: number, cost: number): void => {
      const place = nodes.at(-1)!;
      if (place === this.#to) {
        paths.push({ nodes: [...nodes], cost });
        return;
      }
      if (nodes.length > maxLength) return;
      for (const [other, step] of this.#ways.get(place) ?? []) {
        const further = measured + this.#measure(step);
        if (nodes.includes(other) || further + (this.#least.get(other) ?? Infinity) > bound) continue;
        nodes.push(other);
        walk(further, cost + step);
        nodes.pop();
      }
    };
    walk(0, 0);
    return paths;
  }
}
