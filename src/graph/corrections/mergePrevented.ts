import type { EntityChange, ImportSession, KnownEntity, StoredPaper } from '../importSession.ts';
import { kindOf, type EntityId } from '../model/ids.ts';
import { withMissingFields } from '../storedPapers.ts';
import type { KeptRecord, StoreSession } from '../storeSession.ts';
import { emptyBatch } from './emptyBatch.ts';
import type { Overlay } from './overlay.ts';

/** The methods of a session that are needed to merge entities. */
interface MergingSession extends ImportSession {
  readonly store: StoreSession;
  readonly overlay: Overlay;
  shareAPaper(one: EntityId, other: EntityId): Promise<boolean>;
}

/**
 * Merges the pairs that a correction kept apart, if no correction in force still says that they are different.
 */
export const mergePrevented = async (session: MergingSession): Promise<void> => {
  for (const pair of (await session.store.kept('prevented')).keys()) {
    const [left = '', right = ''] = pair.split(' ');
    const known = await session.known([left, right]);
    const [one, other] = [known.get(left), known.get(right)];
    if (one && other && session.overlay.areDifferent([one.id], [other.id])) continue;
    const areTwo = one && other && one.id !== other.id;
    if (areTwo && !(await session.shareAPaper(one.id, other.id))) await merge(session, one, other);
    const record: KeptRecord = { type: 'prevented', id: pair, text: null };
    await session.store.write({ ...emptyBatch(), kept: [record] });
  }
};

const merge = async (session: MergingSession, one: KnownEntity, other: KnownEntity): Promise<void> => {
  const [into, from] = one.id < other.id ? [one, other] : [other, one];
  const kind = kindOf(into.id);
  const keys = [...new Set([...into.keys, ...from.keys, from.id])].sort();
  const change: EntityChange<never> = { id: into.id, keys };
  await session.write({
    ...emptyBatch(),
    removals: [],
    ...(kind === 'PAPER'
      ? { papers: await mergedPaper(session, change, from.id) }
      : { named: { ...emptyBatch().named, [kind]: [change] } }),
    merges: [{ from: from.id, into: into.id }],
  });
};

const mergedPaper = async (
  session: MergingSession,
  { id, keys }: EntityChange<never>,
  from: EntityId,
): Promise<StoredPaper[]> => {
  const papers = await session.papers([id, from]);
  const [kept, other] = [papers.get(id), papers.get(from)];
  return kept && other ? [{ ...withMissingFields(kept, other), keys }] : [];
};
