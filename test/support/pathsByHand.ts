import type { CollaborationPathQuery, PathQuery, PathStatus, TopicPathQuery } from '../../src/graph/paths.ts';
import { bytes, type HandGraph } from './byHand.ts';
import { edgesByHand, type HandEdge } from './relationsByHand.ts';

/* The first k paths in their order by making every simple path there is, sorting all and taking k. */

export interface HandPath<Step> {
  nodes: string[];
  steps: Step[];
  /** In units of 10⁻⁹. */
  cost: number;
}

export interface HandAnswer<Step> {
  /** More than one where what is proved depends on how far a search has to go. */
  statuses: PathStatus[];
  paths: HandPath<Step>[];
}

/** A step that can be taken, and its part of the sum by which paths are compared. */
interface Way {
  from: string;
  to: string;
  cost: number;
}

/** A collaboration of strength s costs 1 / s: the nearest integer to 10⁹ times that. */
const strengthCost = ({ strength }: HandEdge): number => Math.round(1e18 / (strength ?? NaN));

export const collaborationPathsByHand = (
  graph: HandGraph,
  query: CollaborationPathQuery,
): HandAnswer<HandEdge> => {
  const ways = edgesByHand(graph, 'collaborators', query.filter).map((edge) => ({
    ...edge,
    cost: strengthCost(edge),
  }));
  const isByHops = query.cost === 'HOPS';
  const paths = firstPaths(ways, query, isByHops).map((path) => ({
    nodes: [query.from, ...path.map((way) => way.to)],
    steps: path.map(({ cost: _, ...edge }): HandEdge => edge),
    cost: isByHops ? path.length * 1e9 : sum(path),
  }));
  const everyone = query.filter ? undefined : ways;
  return { statuses: statuses(ways, everyone, query, paths.length > 0, graph.authors.size), paths };
};

export const topicPathsByHand = (graph: HandGraph, query: TopicPathQuery): HandAnswer<number> => {
  // The more papers or authors, the better: so many of them cost minus so many.
  const ways = topicLinks(graph, query.through).map(({ from, to, count }) => ({ from, to, cost: -count }));
  const paths = firstPaths(ways, query, true).map((path) => ({
    nodes: [query.from, ...path.map((way) => way.to)],
    steps: path.map((way) => -way.cost),
    cost: path.length * 1e9,
  }));
  return { statuses: statuses(ways, ways, query, paths.length > 0, graph.topics.size), paths };
};

const topicLinks = (
  graph: HandGraph,
  through: TopicPathQuery['through'],
): { from: string; to: string; count: number }[] => {
  if (through === 'PAPERS')
    return edgesByHand(graph, 'relatedTopics').map(({ from, to, weight }) => ({ from, to, count: weight }));
  const authorsOf = new Map<string, Set<string>>();
  for (const { from, to } of edgesByHand(graph, 'topicAuthors'))
    authorsOf.set(from, (authorsOf.get(from) ?? new Set()).add(to));
  return [...authorsOf].flatMap(([from, authors]) =>
    [...authorsOf]
      .filter(([to]) => to !== from)
      .map(([to, others]) => ({ from, to, count: [...authors].filter((each) => others.has(each)).length }))
      .filter(({ count }) => count > 0),
  );
};

const sum = (path: readonly Way[]): number => path.reduce((total, { cost }) => total + cost, 0);

const firstPaths = <Each extends Way>(
  ways: readonly Each[],
  query: PathQuery,
  isByHops: boolean,
): Each[][] => {
  const rank = idRanks(ways);
  const compareIds = (left: readonly Each[], right: readonly Each[]): number => {
    const differing = left.findIndex((way, index) => way.to !== right[index]?.to);
    return differing === -1
      ? 0
      : (rank.get(left[differing]?.to ?? '') ?? 0) - (rank.get(right[differing]?.to ?? '') ?? 0);
  };
  return simplePaths(ways, query)
    .map((path) => ({ path, cost: sum(path) }))
    .sort(
      (a, b) =>
        (isByHops ? a.path.length - b.path.length : 0) || a.cost - b.cost || compareIds(a.path, b.path),
    )
    .slice(0, query.k)
    .map(({ path }) => path);
};

/** Where each id stands among all as bytes. */
const idRanks = (ways: readonly Way[]): Map<string, number> => {
  const ids = [...new Set(ways.map((way) => way.to))].sort(bytes);
  return new Map(ids.map((id, index) => [id, index]));
};

/** Every path without a node twice, within the length, past nobody avoided. */
const simplePaths = <Each extends Way>(
  ways: readonly Each[],
  { from, to, maxLength, avoidIds }: PathQuery,
): Each[][] => {
  const onward = waysFrom(ways);
  const paths: Each[][] = [];
  const passed = new Set([from, ...avoidIds]);
  const path: Each[] = [];
  const walk = (place: string): void => {
    if (place === to) {
      paths.push([...path]);
      return;
    }
    if (path.length === maxLength) return;
    for (const way of onward.get(place) ?? []) {
      if (passed.has(way.to)) continue;
      passed.add(way.to);
      path.push(way);
      walk(way.to);
      path.pop();
      passed.delete(way.to);
    }
  };
  walk(from);
  return paths;
};

const waysFrom = <Each extends Way>(ways: readonly Each[]): Map<string, Each[]> => {
  const onward = new Map<string, Each[]>();
  for (const way of ways) onward.set(way.from, [...(onward.get(way.from) ?? []), way]);
  return onward;
};

/**
 * What may be said: BEYOND_MAX_LENGTH only where no simple path of that length is ruled out by the number of
 * nodes; NOT_CONNECTED only where it is so, and always where whole components differ.
 */
const statuses = (
  ways: readonly Way[],
  unfiltered: readonly Way[] | undefined,
  query: PathQuery,
  isFound: boolean,
  nodes: number,
): PathStatus[] => {
  if (isFound) return ['FOUND'];
  if (isConnected(ways, query)) return ['BEYOND_MAX_LENGTH'];
  const areComponentsApart = unfiltered && !isConnected(unfiltered, { ...query, avoidIds: [] });
  if (areComponentsApart || query.maxLength >= nodes - 1) return ['NOT_CONNECTED'];
  return ['NOT_CONNECTED', 'BEYOND_MAX_LENGTH'];
};

const isConnected = (ways: readonly Way[], { from, to, avoidIds }: PathQuery): boolean => {
  const reached = new Set([from]);
  const onward = waysFrom(ways);
  for (const node of reached)
    for (const way of onward.get(node) ?? []) if (!avoidIds.includes(way.to)) reached.add(way.to);
  return reached.has(to);
};
