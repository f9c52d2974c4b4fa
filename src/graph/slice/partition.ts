import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import type { Link } from '../links.ts';
import type { EntityId } from '../model/ids.ts';

/**
 * The package's types describe an ES module with a default export, but the package is a CommonJS module that exports
 * the function itself.
 */
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** The parts of a link that are needed to compute clusters. */
export type WeightedLink = Pick<Link, 'source' | 'target' | 'edge'>;

export interface Partition {
  /**
   * The clusters, which contain every node exactly once: the largest cluster first, clusters of equal size by their
   * first member. Members are in the order of the nodes.
   */
  clusters: readonly (readonly EntityId[])[];
  /** The modularity of the clusters, rounded to 10⁻⁶; null if there are no edges. */
  modularity: number | null;
}

/** Finds clusters by the Louvain method. The order of the nodes and links does not change which nodes are together. */
export const partition = (
  ids: readonly EntityId[],
  links: readonly WeightedLink[],
  resolution: number,
): Partition => {
  const graph = new UndirectedGraph();
  for (const id of ids.toSorted()) graph.addNode(id);
  for (const { source, target, weight } of weightedPairs(links)) graph.addEdge(source, target, { weight });
  // without `randomWalk: false` the method would start at a random node
  const { communities, modularity } = louvain.detailed(graph, { resolution, randomWalk: false });
  const clusters = new Map<number | undefined, EntityId[]>();
  for (const id of ids) {
    const members = clusters.get(communities[id]);
    if (members) members.push(id);
    else clusters.set(communities[id], [id]);
  }
  return {
    clusters: [...clusters.values()].sort((a, b) => b.length - a.length), // clusters of equal size stay ordered by id
    modularity: Number.isNaN(modularity) ? null : Math.round(modularity * 1e6) / 1e6,
  };
};

/** Each pair of linked nodes once, with the sum of the weights of its links, ordered by source and target. */
const weightedPairs = (links: readonly WeightedLink[]) => {
  const pairs = new Map<string, { source: EntityId; target: EntityId; weight: number }>();
  for (const { source: one, target: other, edge } of links) {
    const [source, target] = one < other ? [one, other] : [other, one];
    const key = `${source} ${target}`;
    pairs.set(key, { source, target, weight: (pairs.get(key)?.weight ?? 0) + edge.weight });
  }
  return [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, pair]) => pair)
    .filter(({ weight }) => weight > 0);
};
