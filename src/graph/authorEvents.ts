import { dayNumber } from './model/dayNumber.ts';
import type { Entity, Paper } from './model/entities.ts';
import type { EntityId } from './model/ids.ts';
import type { OrderKey, SortValues } from './model/orders.ts';
import type { Page } from './model/pages.ts';

/** In the order of the schema's enum, which is the order of events of one day. */
export const eventKinds = [
  'FIRST_PAPER',
  'NEW_COLLABORATOR',
  'NEW_TOPIC',
  'NEW_INSTITUTION',
  'DISTANCE_SHORTENED',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** The maximum distance in events: two authors with more steps between them count as not connected. */
export const LONGEST_DISTANCE = 20;

export interface AuthorEventsRequest {
  /** At least one kind. */
  kinds: readonly EventKind[];
  /** The first day, as in dayNumber. */
  since?: number;
  /** The authors to whom the distance may have become shorter; ids that are not stored have no events. */
  distanceTo?: readonly EntityId[];
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
  /** The steps between the author and the entity since the event; only of DISTANCE_SHORTENED. */
  distance: number | null;
  /** The number of steps before the event; null if the two were not connected. */
  previousDistance: number | null;
}

export type AuthorEventPage = Page<{ node: AuthorEvent }>;

/** The types of the sort values of an event. */
export const eventOrder: readonly OrderKey[] = ['-day', 'position', 'id'];

export const eventPosition = ({ kind, date, year, entity }: AuthorEvent): SortValues => [
  0 - (dayNumber(date, year) ?? 0),
  eventKinds.indexOf(kind),
  entity.id,
];
