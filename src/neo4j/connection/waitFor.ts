import { tooSlow } from './faults.ts';

/** What ends the wait before the work itself has ended. */
interface WaitLimits {
  /** The wait fails with TIMEOUT after this time, in milliseconds. */
  deadline?: number;
  /** The wait fails with the reason of this signal when the signal aborts. */
  signal?: AbortSignal | undefined;
}

/**
 * Waits for work that continues even if nobody waits for it any longer. This may be work that several requests share,
 * or a promise of the driver, which may never settle if the database stops answering.
 */
export const waitFor = async <Result>(
  work: Promise<Result>,
  { deadline, signal }: WaitLimits,
): Promise<Result> => {
  work.catch(() => undefined); // if the work fails, `race` below reports it, unless the wait has already ended
  signal?.throwIfAborted();
  let timer: NodeJS.Timeout | undefined;
  let abort: (() => void) | undefined;
  const limit = new Promise<never>((_, reject) => {
    if (deadline !== undefined) timer = setTimeout(() => reject(tooSlow()), deadline);
    abort = () => reject(signal?.reason as Error);
    signal?.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
    if (abort) signal?.removeEventListener('abort', abort);
  }
};
