import { dayNumber } from './model/dayNumber.ts';
import type { Entity, Paper } from './model/entities.ts';
import type { EntityId } from './model/ids.ts';
import type { OrderKey, SortValues } from './model/orders.ts';
import type { Page } from './model/pages.ts';

/** The kinds of events, in the order of the schema's enum. Events of the same day are listed in this order. */
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
  /** Only events of these kinds; at least one kind. */
  kinds: readonly EventKind[];
  /** Only events of this day or later, in days since 1970-01-01. */
  since?: number;
  /** DISTANCE_SHORTENED events are about the distance to these authors. Ids that are not stored have no events. */
  distanceTo?: readonly EntityId[];
  /** The maximum number of entries of the page, 0–100. */
  first: number;
  /** The position after which the page starts, made by eventPosition. */
  after?: SortValues;
  /** Reads the list from its end; see PageRequest. */
  backward?: boolean;
  count: boolean;
}

export interface AuthorEvent {
  kind: EventKind;
  date: string | null;
  year: number;
  entity: Entity;
  /** Null for NEW_INSTITUTION, because only the year of such an event is known. */
  paper: Paper | null;
  /**
   * The number of steps between the author and the entity since the event. Null for all kinds except
   * DISTANCE_SHORTENED.
   */
  distance: number | null;
  /** The number of steps before the event; null if the two authors were not connected. */
  previousDistance: number | null;
}

export type AuthorEventPage = Page<{ node: AuthorEvent }>;

/**
 * The order of events: newest first, then by kind, then by id. Each key gives the type of one sort value of a cursor.
 */
export const eventOrder: readonly OrderKey[] = ['-day', 'position', 'id'];

export const eventPosition = ({ kind, date, year, entity }: AuthorEvent): SortValues => [
  0 - (dayNumber(date, year) ?? 0),
  eventKinds.indexOf(kind),
  entity.id,
];
