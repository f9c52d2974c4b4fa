import { compareTexts } from '../model/compareTexts.ts';
import { kindOf, type EntityId } from '../model/ids.ts';
import type { WeightedLink } from './partition.ts';

const MOST_NAMES = 2;

/**
 * The entities by whose names each cluster is called, at most two: topics that its nodes share; without such topics,
 * the authors with the greatest sum of link weights; without authors, the one node with the greatest sum. No two
 * clusters have the same names: each topic names only the cluster that it describes best. If each topic that a
 * cluster's nodes share describes another cluster better, the cluster gets two names: its best shared topic, and
 * another topic or an author that makes the pair unique.
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
  const scored = clusters.map((members) => scoredTopics(members, topics, inSlice));
  const shared = clusters.map((members, index) => sharedTopics(members, scored[index] ?? []));
  const described = bestDescribed(shared);
  const used = new Set<string>();
  return clusters.map((members, index) => {
    const [first, ...others] = shared[index] ?? [];
    const own = (shared[index] ?? []).flatMap(({ topic }) => (described.get(topic) === index ? topic : []));
    if (own.length > 0) return own.slice(0, MOST_NAMES);
    const strongest = members.toSorted((a, b) => strength(b) - strength(a) || compareTexts(a, b));
    const authors = strongest.filter((id) => kindOf(id) === 'AUTHOR');
    if (!first) return authors.length > 0 ? authors.slice(0, MOST_NAMES) : strongest.slice(0, 1);
    const rest = [...others, ...(scored[index] ?? [])].map(({ topic }) => topic);
    const second = [...rest.filter((topic) => topic !== first.topic), ...authors].find(
      (id) => !used.has(`${first.topic} ${id}`),
    );
    used.add(`${first.topic} ${second}`);
    return second === undefined ? [first.topic] : [first.topic, second];
  });
};

interface ScoredTopic {
  topic: EntityId;
  /** The number of members that have the topic. */
  count: number;
  score: number;
}

/**
 * The topics of the members, ordered by the square of the number of members with the topic, divided by the number of
 * nodes of the slice with the topic: a topic that is frequent in all clusters describes none of them.
 */
const scoredTopics = (
  members: readonly EntityId[],
  topics: ReadonlyMap<EntityId, readonly EntityId[]>,
  inSlice: ReadonlyMap<EntityId, number>,
): ScoredTopic[] =>
  [...nodeCounts(members, topics)]
    .map(([topic, count]) => ({ topic, count, score: count ** 2 / (inSlice.get(topic) ?? count) }))
    .sort((a, b) => b.score - a.score || compareTexts(a.topic, b.topic));

/** The topics that at least two members have; for a cluster of one node, the topics of this node. */
const sharedTopics = (members: readonly EntityId[], scored: readonly ScoredTopic[]): ScoredTopic[] =>
  scored.filter(({ count }) => count >= Math.min(2, members.length));

/**
 * For each topic, the index of the cluster that has the greatest score for it; if several have the same score, of the
 * first of them.
 */
const bestDescribed = (shared: readonly (readonly ScoredTopic[])[]): Map<EntityId, number> => {
  const best = new Map<EntityId, { index: number; score: number }>();
  for (const [index, scored] of shared.entries()) {
    for (const { topic, score } of scored) {
      if (score > (best.get(topic)?.score ?? 0)) best.set(topic, { index, score });
    }
  }
  return new Map(Array.from(best, ([topic, { index }]) => [topic, index]));
};

/** For each topic, the number of nodes that have it. */
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

/** For each node, the sum of the weights of the links between the node and other nodes of the same cluster. */
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
