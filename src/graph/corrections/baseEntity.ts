import type { KnownEntity } from '../importSession.ts';
import type { EntityId } from '../model/ids.ts';
import type { StoredFacts } from '../storeSession.ts';

/**
 * An entity of the base graph, without corrections. It is stored only if corrections are about it, or if readers do not
 * see it in all papers that mention it.
 */
export interface BaseEntity extends KnownEntity {
  facts?: StoredFacts;
  /**
   * The ids of the papers that mention the entity in their imported records, but in which readers see another entity or
   * none in its place because of corrections.
   */
  lostPapers: readonly EntityId[];
}
