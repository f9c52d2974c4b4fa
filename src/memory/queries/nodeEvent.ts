import type { EventKind } from '../../graph/authorEvents.ts';

/** An event that contains node numbers instead of entities, because the records are read later. */
export interface NodeEvent {
  kind: EventKind;
  /** Days since 1970-01-01. If only the year is known, this is the 1st of January. */
  day: number;
  year: number;
  entity: number;
  paper: number | null;
  distance: number | null;
  previousDistance: number | null;
}
