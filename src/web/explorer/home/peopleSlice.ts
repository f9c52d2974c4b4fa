import type { GivenSlice } from '../../widget/slice.ts';
import type { HomeTiesQuery } from '../__generated__/graphql.ts';

type Ties = NonNullable<HomeTiesQuery['graph']>;

/** The number of lines that each person has at least, if the person has so many: the strongest ones. */
const LINES_PER_PERSON = 3;
/** A picture with fewer people than this tells nothing. */
const LEAST_PEOPLE = 3;

/**
 * Converts ties among people to a slice for the graph element. Of each person only the strongest ties are kept, because
 * all ties among people with many papers hide the groups. People without ties are left out. Undefined if too few
 * people are left.
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

/** The strongest ties of each person, in the given order. */
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
