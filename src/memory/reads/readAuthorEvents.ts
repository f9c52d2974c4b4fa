import type { AuthorEventPage, AuthorEventsRequest } from '../../graph/authorEvents.ts';
import type { Entity, Paper } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { entitiesByNode } from './graphView.ts';
import type { ReadContext } from './readContext.ts';

/** A page of events for each author. All records are read together. */
export const readAuthorEvents = async (
  context: ReadContext,
  authorIds: readonly EntityId[],
  request: AuthorEventsRequest,
): Promise<Map<EntityId, AuthorEventPage>> => {
  const { authorEvents } = context.queries;
  const others = [...new Set(context.nodesById(request.distanceTo ?? []).values())];
  const found = [...context.nodesById(authorIds)];
  const pages = await context.eachInSteps(found, ([, author]) =>
    authorEvents.page(author, request, others, context.tests),
  );
  const nodes = pages.flatMap(({ entries }) =>
    entries.flatMap(({ entity, paper }) => (paper === null ? [entity] : [entity, paper])),
  );
  const entities = await entitiesByNode(context, nodes);
  return new Map(
    pages.map((page, index) => [
      found[index]?.[0] ?? '',
      {
        ...page,
        entries: page.entries.map(({ day: _, entity, paper: paperNode, ...event }) => {
          const paper = paperNode === null ? null : (entities.get(paperNode) as Paper);
          const date = paper?.date ?? null;
          return { node: { ...event, date, entity: entities.get(entity) as Entity, paper } };
        }),
      },
    ]),
  );
};
