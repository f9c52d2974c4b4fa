import type { BreakdownPage, BreakdownRequest } from '../../graph/breakdown.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { entitiesByNode } from './graphView.ts';
import type { ReadContext } from './readContext.ts';

/** A page of groups of papers. */
export const readBreakdown = async (
  context: ReadContext,
  request: BreakdownRequest,
): Promise<BreakdownPage> => {
  const { entityId, values } = request;
  const entity = entityId === undefined ? undefined : context.nodeOf(entityId);
  const ownIdOf = (id: EntityId) => context.queries.graph.ids[context.nodeOf(id) ?? -1] ?? id;
  const owned = { ...request, ...(values && { values: values.map(ownIdOf) }) };
  const { entries, ...page } = await context.queries.breakdowns.page(entity, owned, context);
  const nodes = entries.flatMap(({ keys }) => keys.flatMap(({ node }) => node ?? []));
  const entities = await entitiesByNode(context, nodes);
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
