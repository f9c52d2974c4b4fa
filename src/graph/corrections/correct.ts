import { setTimeout } from 'node:timers/promises';
import { badInput, GraphError, ImportUnderWay } from '../errors.ts';
import type { Correction, CorrectionDraft, CorrectionOutcome } from '../identity/corrections.ts';
import type { StoreSession } from '../storeSession.ts';
import { checkedCorrection } from './checkedCorrection.ts';
import { CorrectedSession } from './correctedSession.ts';
import { splitAuthorId } from './storedCorrection.ts';

/** Begins a session of a store. @throws ImportUnderWay if another session runs */
type Begin = () => Promise<StoreSession>;

/** Implements `correct` of GraphStore. */
export const correct = (begin: Begin, draft: CorrectionDraft): Promise<CorrectionOutcome> =>
  inSession(begin, async (session) => {
    const correction = await checkedCorrection(session, draft);
    await session.change([correction]);
    return () => outcomeOf(session, correction.id);
  });

/** Implements `undoCorrection` of GraphStore. */
export const undoCorrection = (begin: Begin, id: string, by: string): Promise<CorrectionOutcome> =>
  inSession(begin, async (session) => {
    const correction = session.correction(id);
    if (!correction)
      throw new GraphError('NOT_FOUND', `No correction with the id ${id} is stored.`, { argument: 'id' });
    if (correction.undoneAt !== undefined)
      throw badInput('id', `The correction ${id} was already undone at ${correction.undoneAt}.`);
    await session.change([{ ...correction, undoneAt: new Date().toISOString(), undoneBy: by }]);
    return () => outcomeOf(session, id);
  });

/** Implements `addCorrections` of GraphStore. */
export const addCorrections = (begin: Begin, corrections: readonly Correction[]): Promise<number> =>
  inSession(begin, async (session) => {
    const changed = corrections.filter((each) => isNew(each, session.correction(each.id)));
    await session.change(changed.map((each) => ({ ...each, effective: false })));
    return () => changed.length;
  });

const isNew = (correction: Correction, stored: Correction | undefined): boolean =>
  stored === undefined || (correction.undoneAt !== undefined && stored.undoneAt === undefined);

const outcomeOf = (session: CorrectedSession, id: string): CorrectionOutcome => {
  const correction = session.correction(id) as Correction;
  const { kind, entityIds, into, undoneAt } = correction;
  const other = into ?? (kind === 'SPLIT' && undoneAt === undefined ? splitAuthorId(id) : undefined);
  const ids = other === undefined ? entityIds : [...entityIds, other];
  return { correction, entityIds: session.visibleIds(ids) };
};

/**
 * Runs `work` in a session and finishes the session. Then it calls the function that `work` has returned, which reads
 * the result.
 */
const inSession = async <Result>(
  begin: Begin,
  work: (session: CorrectedSession) => Promise<() => Result>,
): Promise<Result> => {
  const session = await CorrectedSession.begin(await whenFree(begin));
  try {
    const result = await work(session);
    await session.finish();
    return result();
  } catch (error) {
    await session.abandon();
    throw error;
  }
};

/** How long a correction waits for a running import or correction to end, and the time between two attempts, in ms. */
const LONGEST_WAIT = 10_000;
const RETRY_INTERVAL = 50;

const whenFree = async (begin: Begin): Promise<StoreSession> => {
  const start = performance.now();
  for (;;) {
    try {
      return await begin();
    } catch (error) {
      if (!(error instanceof ImportUnderWay)) throw error;
      if (performance.now() - start > LONGEST_WAIT)
        throw new ImportUnderWay(
          'An import is running, so the correction was not stored. Try again when the import has finished.',
          { cause: error },
        );
    }
    await setTimeout(RETRY_INTERVAL);
  }
};
