import fc from 'fast-check';
import type { CollaborationPathQuery, PathQuery, TopicPathQuery } from '../../src/graph/paths.ts';
import { drawnCollaborationFilter } from './drawnCollaborations.ts';

/** Places in a list that is drawn elsewhere. */
export interface DrawnQuery extends Omit<PathQuery, 'from' | 'to' | 'avoidIds'> {
  from: number;
  to: number;
  avoided: readonly number[];
}

const drawnQuery = (longest: number): fc.Arbitrary<DrawnQuery> =>
  fc.record({
    from: fc.nat(),
    to: fc.nat(),
    k: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 20 })),
    maxLength: fc.oneof(fc.integer({ min: 1, max: longest }), fc.constant(longest)),
    avoided: fc.oneof(
      { weight: 2, arbitrary: fc.constant<number[]>([]) },
      { weight: 1, arbitrary: fc.array(fc.nat(), { maxLength: 3 }) },
    ),
  });

/** The drawn query among the ids: never past its own ends. */
const among = (ids: readonly string[], { from, to, avoided, ...rest }: DrawnQuery): PathQuery => {
  const at = (place: number): string => ids[place % ids.length] ?? '';
  const ends = [at(from), at(to)];
  return {
    ...rest,
    from: at(from),
    to: at(to),
    avoidIds: avoided.map(at).filter((id) => !ends.includes(id)),
  };
};

export type QueriesAmong<Query> = (ids: readonly string[]) => Query[];

/** Queries between any of the ids, to be told once the graph is drawn. */
export const drawnCollaborationQueries = (
  count: number,
  longest: number,
): fc.Arbitrary<QueriesAmong<CollaborationPathQuery>> =>
  fc
    .array(
      fc.record({
        query: drawnQuery(longest),
        cost: fc.constantFrom('HOPS', 'STRENGTH'),
        filter: fc.oneof(fc.constant(undefined), drawnCollaborationFilter),
      }),
      { minLength: count, maxLength: count },
    )
    .map(
      (drawn) => (ids) =>
        drawn.map(({ query, cost, filter }) => ({ ...among(ids, query), cost, ...(filter && { filter }) })),
    );

export const drawnTopicQueries = (
  count: number,
  longest: number,
): fc.Arbitrary<QueriesAmong<TopicPathQuery>> =>
  fc
    .array(fc.record({ query: drawnQuery(longest), through: fc.constantFrom('PAPERS', 'AUTHORS') }), {
      minLength: count,
      maxLength: count,
    })
    .map((drawn) => (ids) => drawn.map(({ query, through }) => ({ ...among(ids, query), through })));
