import type { BreakdownPage } from '../graph/breakdown.ts';
import type { NodeBreakdown } from './queries/breakdowns.ts';
import { entitiesByNode, type GraphState } from './records.ts';

/** A breakdown with entities in place of nodes. */
export const resolvedBreakdown = async (
  state: GraphState,
  { entries, ...page }: NodeBreakdown,
): Promise<BreakdownPage> => {
  const nodes = entries.flatMap(({ keys }) => keys.flatMap(({ node }) => node ?? []));
  const entities = await entitiesByNode(state, nodes);
  return {
    ...page,
    entries: entries.map(({ keys, paperCount }) => ({
      node: {
        keys: keys.map(({ node, ...key }) => ({
          ...key,
          entity: node === null ? null : (entities.get(node) ?? null),
        })),
        paperCount,
      },
    })),
  };
};
