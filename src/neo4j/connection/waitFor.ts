import { tooSlow } from './faults.ts';

/** What ends the waiting before the work itself ends. */
interface WaitLimits {
  /** In milliseconds; then the wait fails with TIMEOUT. */
  deadline?: number;
  /** When it aborts, the wait fails with its reason. */
  signal?: AbortSignal | undefined;
}

/**
 * Waits for work that goes on even when nobody waits for it any longer: work that several requests share, or a
 * promise of the driver, which can stay pending forever on a database that stopped answering.
 */
export const waitFor = async <Result>(
  work: Promise<Result>,
  { deadline, signal }: WaitLimits,
): Promise<Result> => {
  work.catch(() => undefined); // its failure is reported here, or nobody waits for it any longer
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
