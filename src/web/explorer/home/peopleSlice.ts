import type { GivenSlice } from '../../widget/slice.ts';
import type { HomeTiesQuery } from '../__generated__/graphql.ts';

type Ties = NonNullable<HomeTiesQuery['graph']>;

/** For each person, at least this many of the strongest edges are drawn, or all edges if the person has fewer. */
const LINES_PER_PERSON = 3;
/** The picture is left out if it would have fewer people than this. */
const LEAST_PEOPLE = 3;

/**
 * Converts edges between people to a slice for the graph element. For each person, only the edges with the most joint
 * papers are kept, because groups of people are not visible if all edges are drawn. People without edges are left out.
 * Returns undefined if fewer than LEAST_PEOPLE remain.
 */
export const peopleSlice = ({ nodes, edges, clusters }: Ties): GivenSlice | undefined => {
  const kept = strongestTies(edges);
  const tied = new Set(kept.flatMap(({ source, target }) => [source, target]));
  const people = nodes.filter(({ entity }) => tied.has(entity.id));
  if (people.length < LEAST_PEOPLE) return undefined;
  return {
    nodes: people.map(({ entity }) => ({ entity, distance: 1 })),
    edges: kept,
    clusters,
    explanation: `The ${people.length} people with the most papers. Lines join those who wrote together most often. Click for details.`,
  };
};

/** The edges that are, for at least one of their two ends, among the strongest ones; in the given order. */
const strongestTies = (edges: Ties['edges']): Ties['edges'] => {
  const counts = new Map<string, number>();
  const count = (id: string): number => counts.get(id) ?? 0;
  const kept = new Set<Ties['edges'][number]>();
  for (const edge of edges.toSorted((one, other) => other.weight - one.weight)) {
    const { source, target } = edge;
    if (count(source) >= LINES_PER_PERSON && count(target) >= LINES_PER_PERSON) continue;
    kept.add(edge);
    for (const id of [source, target]) counts.set(id, count(id) + 1);
  }
  return edges.filter((edge) => kept.has(edge));
};
