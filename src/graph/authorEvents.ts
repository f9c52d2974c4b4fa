import { dayNumber } from './model/dayNumber.ts';
import type { Entity, Paper } from './model/entities.ts';
import type { OrderKey, SortValues } from './model/orders.ts';
import type { Page } from './model/pages.ts';

/** In the order of the schema's enum, which is the order of events of one day. */
export const eventKinds = ['FIRST_PAPER', 'NEW_COLLABORATOR', 'NEW_TOPIC', 'NEW_INSTITUTION'] as const;
export type EventKind = (typeof eventKinds)[number];

export interface AuthorEventsRequest {
  /** At least one kind. */
  kinds: readonly EventKind[];
  /** The first day, as in dayNumber. */
  since?: number;
  /** 0–100. */
  first: number;
  /** A position from eventPosition. */
  after?: SortValues;
  /** As in PageRequest. */
  backward?: boolean;
  count: boolean;
}

export interface AuthorEvent {
  kind: EventKind;
  date: string | null;
  year: number;
  entity: Entity;
  /** Null for NEW_INSTITUTION, of which only the year is known. */
  paper: Paper | null;
}

export type AuthorEventPage = Page<{ node: AuthorEvent }>;

/** The types of the sort values of an event. */
export const eventOrder: readonly OrderKey[] = ['-day', 'position', 'id'];

export const eventPosition = ({ kind, date, year, entity }: AuthorEvent): SortValues => [
  0 - (dayNumber(date, year) ?? 0),
  eventKinds.indexOf(kind),
  entity.id,
];
