import { tooSlow } from './faults.ts';

/**
 * A promise that ends in time, well or with TIMEOUT: the driver's own can stay pending for ever on a database that
 * fell silent.
 *
 * @param onLate is called when nobody waits any longer
 * @param signal ends the waiting before time is up, with its reason
 */
export const within = async <Result>(
  work: Promise<Result>,
  milliseconds: number,
  onLate: () => void = () => undefined,
  signal?: AbortSignal,
): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  let stopped: (() => void) | undefined;
  const late = new Promise<never>((_, reject) => {
    const giveUp = (reason: Error) => {
      onLate();
      reject(reason);
    };
    timer = setTimeout(() => giveUp(tooSlow()), milliseconds);
    stopped = () => giveUp(signal?.reason as Error);
    signal?.addEventListener('abort', stopped, { once: true });
  });
  work.catch(() => undefined); // whatever becomes of it once nobody waits
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    if (stopped) signal?.removeEventListener('abort', stopped);
  }
};
