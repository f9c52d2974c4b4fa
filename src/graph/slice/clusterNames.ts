import { compareTexts } from '../model/compareTexts.ts';
import { kindOf, type EntityId } from '../model/ids.ts';
import type { WeightedLink } from './partition.ts';

const MOST_NAMES = 2;

/**
 * The entities by whose names each cluster is called, at most two: the topics that its nodes share; without such
 * topics, the authors with the greatest sum of link weights; without authors, the one node with the greatest sum.
 *
 * @param topics the first topics of each node
 */
export const clusterNames = (
  clusters: readonly (readonly EntityId[])[],
  topics: ReadonlyMap<EntityId, readonly EntityId[]>,
  links: readonly WeightedLink[],
): EntityId[][] => {
  const inSlice = nodeCounts(clusters.flat(), topics);
  const strengths = strengthsInside(clusters, links);
  const strength = (id: EntityId): number => strengths.get(id) ?? 0;
  return clusters.map((members) => {
    const named = sharedTopics(members, topics, inSlice);
    if (named.length > 0) return named;
    const strongest = members.toSorted((a, b) => strength(b) - strength(a) || compareTexts(a, b));
    const authors = strongest.filter((id) => kindOf(id) === 'AUTHOR').slice(0, MOST_NAMES);
    return authors.length > 0 ? authors : strongest.slice(0, 1);
  });
};

/**
 * The topics that at least two members have; for a cluster of one node, the topics of this node. They are ordered by
 * the square of the number of members with the topic, divided by the number of nodes of the slice with the topic: a
 * topic that is frequent in all clusters describes none of them.
 */
const sharedTopics = (
  members: readonly EntityId[],
  topics: ReadonlyMap<EntityId, readonly EntityId[]>,
  inSlice: ReadonlyMap<EntityId, number>,
): EntityId[] => {
  const least = Math.min(2, members.length);
  const ranked = [...nodeCounts(members, topics)]
    .filter(([, count]) => count >= least)
    .map(([topic, count]) => ({ topic, score: count ** 2 / (inSlice.get(topic) ?? count) }));
  ranked.sort((a, b) => b.score - a.score || compareTexts(a.topic, b.topic));
  return ranked.slice(0, MOST_NAMES).map(({ topic }) => topic);
};

/** By topic: the number of nodes that have it. */
const nodeCounts = (
  nodes: readonly EntityId[],
  topics: ReadonlyMap<EntityId, readonly EntityId[]>,
): Map<EntityId, number> => {
  const counts = new Map<EntityId, number>();
  for (const node of nodes) {
    for (const topic of topics.get(node) ?? []) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return counts;
};

/** By node: the sum of the weights of its links to other nodes of its cluster. */
const strengthsInside = (
  clusters: readonly (readonly EntityId[])[],
  links: readonly WeightedLink[],
): Map<EntityId, number> => {
  const clusterOf = new Map(clusters.flatMap((members) => members.map((id) => [id, members] as const)));
  const strengths = new Map<EntityId, number>();
  for (const { source, target, edge } of links) {
    if (clusterOf.get(source) !== clusterOf.get(target)) continue;
    for (const id of [source, target]) strengths.set(id, (strengths.get(id) ?? 0) + edge.weight);
  }
  return strengths;
};
