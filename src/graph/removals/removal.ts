import type { EntityId } from '../model/ids.ts';

/** A paper that its source took back. */
export interface Removal {
  /** The id that it had, or would have had. */
  id: EntityId;
  /** The other ids by which it was found. */
  otherIds: readonly EntityId[];
  title: string | null;
  /** The source that took it back, which is the one whose record was stored. */
  source: string;
  /** In the words of the source. */
  reason: string | null;
  /** The record that said so: the name of its file, or of the live source, and its line. */
  record: string;
  /** When it was imported here, ISO 8601 in UTC. */
  removedAt: string;
}
