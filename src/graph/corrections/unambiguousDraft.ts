import type { CorrectionDraft } from '../identity/corrections.ts';
import type { EntityId } from '../model/ids.ts';
import type { StoreSession } from '../storeSession.ts';

/**
 * Replaces each id in a draft that leads imports to another entity than readers. This happens if an entity got its id
 * from an identifier, and the identifier was later given to another entity: readers still find the first entity by this
 * id, but imports find the second one. The id is replaced by a key that only the first entity has.
 */
export const unambiguousDraft = async (
  store: Pick<StoreSession, 'keysOf' | 'known'>,
  draft: CorrectionDraft,
): Promise<CorrectionDraft> => {
  const { entityIds, paperIds, into } = draft;
  const ids = [...entityIds, ...(paperIds ?? []), ...(into === undefined ? [] : [into])];
  const [known, keysOf] = [await store.known(ids), await store.keysOf(ids)];
  const unambiguous = (id: EntityId): EntityId => {
    const [key] = keysOf.get(id) ?? [];
    const leadsTo = known.get(id)?.id;
    return key === undefined || leadsTo === undefined || leadsTo === id ? id : key;
  };
  return {
    ...draft,
    entityIds: entityIds.map(unambiguous),
    ...(paperIds && { paperIds: paperIds.map(unambiguous) }),
    ...(into !== undefined && { into: unambiguous(into) }),
  };
};
