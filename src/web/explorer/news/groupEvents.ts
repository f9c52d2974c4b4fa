import type { AuthorEventsFragment, EventKind } from '../__generated__/graphql.ts';

type AuthorEvent = AuthorEventsFragment['nodes'][number];

/** The events of one paper, or the events of one kind in one year that belong to no paper. */
export interface NewsEntry {
  date: string | null;
  year: number;
  /** The paper that caused the events; null for new institutions, because only their year is known. */
  paper: AuthorEvent['paper'];
  /** The new entities by the kind of event, in the order of the events. */
  entities: ReadonlyMap<EventKind, readonly AuthorEvent['entity'][]>;
}

/** Groups the events by paper. A group stands at the position of its first event. */
export const groupEvents = (events: readonly AuthorEvent[]): NewsEntry[] => {
  type Entities = Map<EventKind, AuthorEvent['entity'][]>;
  const groups = new Map<string, Omit<NewsEntry, 'entities'> & { entities: Entities }>();
  for (const { kind, date, year, paper, entity } of events) {
    const key = paper?.id ?? `${kind} ${year}`;
    const group = groups.get(key) ?? { date, year, paper, entities: new Map() as Entities };
    groups.set(key, group);
    const entities = group.entities.get(kind) ?? [];
    group.entities.set(kind, entities);
    entities.push(entity);
  }
  return [...groups.values()];
};
