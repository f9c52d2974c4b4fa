import type { AuthorEventPage } from '../graph/authorEvents.ts';
import type { Entity, Paper } from '../graph/model/entities.ts';
import type { Page } from '../graph/model/pages.ts';
import type { NodeEvent } from './queries/authorEvents.ts';
import { entitiesByNode, type GraphState } from './records.ts';

/** Pages of events with entities in place of nodes. All records are read together. */
export const resolvedEvents = async (
  state: GraphState,
  pages: readonly Page<NodeEvent>[],
): Promise<AuthorEventPage[]> => {
  const nodes = pages.flatMap(({ entries }) =>
    entries.flatMap(({ entity, paper }) => (paper === null ? [entity] : [entity, paper])),
  );
  const entities = await entitiesByNode(state, nodes);
  return pages.map((page) => ({
    ...page,
    entries: page.entries.map(({ kind, year, entity, paper: paperNode }) => {
      const paper = paperNode === null ? null : (entities.get(paperNode) as Paper);
      const event = { kind, date: paper?.date ?? null, year, entity: entities.get(entity) as Entity, paper };
      return { node: event };
    }),
  }));
};
