import type { Edge } from '../../graph/model/edges.ts';
import type { CollaborationFilter } from '../../graph/model/filters.ts';
import { pairKey, type Pair } from '../../graph/pair.ts';
import type { ReadContext } from './readContext.ts';

/** By pairKey: the edge between two authors, counted over their joint papers that pass the filter. */
export const readCollaborations = async (
  context: ReadContext,
  pairs: readonly Pair[],
  filter: CollaborationFilter | undefined,
): Promise<Map<string, Edge>> => {
  const { collaborations } = context.queries;
  const passes = context.tests.ofJointPapers(filter);
  const edges = await context.each(pairs, (pair) => {
    const [from, to] = [context.nodeOf(pair.from), context.nodeOf(pair.to)];
    if (from === undefined || to === undefined) return [];
    const edge = filter
      ? collaborations.filteredEdge(from, to, passes, filter)
      : collaborations.storedEdge(from, to);
    return edge ? [[pairKey(pair), edge] as const] : [];
  });
  return new Map(edges.flat());
};
