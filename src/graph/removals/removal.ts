import type { EntityId } from '../model/ids.ts';

/** A paper that its source took back. */
export interface Removal {
  /** The id of the paper, or the id that it would have if it had been stored. */
  id: EntityId;
  /** The other ids by which it was found. */
  otherIds: readonly EntityId[];
  title: string | null;
  /** The source that took the paper back. It is also the source of the stored record. */
  source: string;
  /** In the words of the source. */
  reason: string | null;
  /** Where the removal was stated: the name of the file or the live source, and the line. */
  record: string;
  /** When the removal was imported, ISO 8601 in UTC. */
  removedAt: string;
}
