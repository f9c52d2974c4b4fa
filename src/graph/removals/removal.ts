import type { EntityId } from '../model/ids.ts';

/** A paper that its source took back. */
export interface Removal {
  /** The id of the paper, or the id that it would have if it had been stored. */
  id: EntityId;
  /** The other ids by which the paper was found. */
  otherIds: readonly EntityId[];
  title: string | null;
  /** The source that took the paper back. The stored record of the paper, if any, is from the same source. */
  source: string;
  /** The reason in the words of the source; null if the source states none. */
  reason: string | null;
  /** The place at which the removal was stated: the name of the file or the live source, and the line number. */
  record: string;
  /** When the removal was imported, ISO 8601 in UTC. */
  removedAt: string;
}
