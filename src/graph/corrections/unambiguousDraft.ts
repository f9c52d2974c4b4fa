import type { CorrectionDraft } from '../identity/corrections.ts';
import type { EntityId } from '../model/ids.ts';
import type { StoreSession } from '../storeSession.ts';

/**
 * Replaces ids that lead imports to other entities. If two entries of one catalogue have one identifier, it belongs to
 * the one with the smaller id of the catalogue, also if the other one had it first and got its id from it. Readers find
 * that other entity by its id. In a correction, one of its keys stands for it.
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
