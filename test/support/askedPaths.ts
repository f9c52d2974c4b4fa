import type { CollaborationPathAnswer, CollaborationPathQuery } from '../../src/graph/paths.ts';
import { authorId } from './byHand.ts';
import type { GraphStore } from '../../src/graph/store.ts';

/** What is asked besides the ends; who is avoided goes by name. */
type Terms = Partial<Omit<CollaborationPathQuery, 'from' | 'to' | 'avoidIds'>> & { avoid?: string[] };

/** The query for the one shortest path between two people, unless told otherwise. */
export const between = (
  from: string,
  to: string,
  { avoid = [], ...terms }: Terms = {},
): CollaborationPathQuery => ({
  from: authorId(from),
  to: authorId(to),
  k: 1,
  maxLength: 20,
  cost: 'HOPS',
  avoidIds: avoid.map(authorId),
  ...terms,
});

/** Each path as the names along it. */
export const names = ({ paths }: CollaborationPathAnswer): string[] =>
  paths.map(({ nodes }) => nodes.map((node) => node.name).join(' – '));

/** The answer to one query. */
export const ask = async (
  store: GraphStore,
  query: CollaborationPathQuery,
): Promise<CollaborationPathAnswer> => {
  const [answer] = await store.collaborationPaths([query]);
  if (!answer) throw new Error('a query has no answer');
  return answer;
};

/** The answer that there is no path. */
export const none = (status: string) => ({ status, isComplete: true, paths: [] });

export const costs = ['HOPS', 'STRENGTH'] as const;
