import type { AuthorActivity } from '../graph/authorActivity.ts';
import type { Topic } from '../graph/model/entities.ts';
import { entitiesByNode, type GraphState } from './records.ts';

/** Activities with topics in place of nodes. All records are read together. */
export const resolvedActivities = async (
  state: GraphState,
  activities: readonly AuthorActivity<number>[],
): Promise<AuthorActivity[]> => {
  const nodes = activities.flatMap(({ years }) =>
    years.flatMap(({ topics }) => topics.map(({ topic }) => topic)),
  );
  const entities = await entitiesByNode(state, nodes);
  return activities.map(({ years }) => ({
    years: years.map((year) => ({
      ...year,
      topics: year.topics.map((count) => ({ ...count, topic: entities.get(count.topic) as Topic })),
    })),
  }));
};
