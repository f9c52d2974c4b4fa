import type { AuthorEventPage, AuthorEventsRequest } from '../../graph/authorEvents.ts';
import type { Entity, Paper } from '../../graph/model/entities.ts';
import type { EntityId } from '../../graph/model/ids.ts';
import { entitiesByNode } from '../records.ts';
import type { ReadContext } from './readContext.ts';

/** A page of events for each author. All records are read together. */
export const readAuthorEvents = async (
  context: ReadContext,
  authorIds: readonly EntityId[],
  request: AuthorEventsRequest,
): Promise<Map<EntityId, AuthorEventPage>> => {
  const { authorEvents } = context.queries;
  const found = [...context.nodesById(authorIds)];
  const pages = await context.eachInSteps(found, ([, author]) =>
    authorEvents.page(author, request, context.tests),
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
        entries: page.entries.map(({ kind, year, entity, paper: paperNode }) => {
          const paper = paperNode === null ? null : (entities.get(paperNode) as Paper);
          const date = paper?.date ?? null;
          return { node: { kind, date, year, entity: entities.get(entity) as Entity, paper } };
        }),
      },
    ]),
  );
};
