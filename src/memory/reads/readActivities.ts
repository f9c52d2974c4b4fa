import type { AuthorActivity } from '../../graph/authorActivity.ts';
import type { Topic } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { authorActivity } from '../queries/authorActivity.ts';
import { entitiesByNode } from './graphView.ts';
import type { ReadContext } from './readContext.ts';

/**
 * By author: the counts of papers, citations, new collaborators and topics in each year. All records are read together.
 */
export const readActivities = async (
  context: ReadContext,
  authorIds: readonly EntityId[],
): Promise<Map<EntityId, AuthorActivity>> => {
  const activities = await context.each(
    [...context.nodesById(authorIds)],
    ([id, author]) => [id, authorActivity(context.queries.graph, author)] as const,
  );
  const nodes = activities.flatMap(([, { years }]) =>
    years.flatMap(({ topics }) => topics.map(({ topic }) => topic)),
  );
  const entities = await entitiesByNode(context, nodes);
  return new Map(
    activities.map(([id, { years }]) => [
      id,
      {
        years: years.map((year) => ({
          ...year,
          topics: year.topics.map((count) => ({ ...count, topic: entities.get(count.topic) as Topic })),
        })),
      },
    ]),
  );
};
