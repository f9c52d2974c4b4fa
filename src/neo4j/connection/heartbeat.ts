import { setTimeout as pause } from 'node:timers/promises';

/** Between two looks, in ms. */
const PAUSE = 2_000;
/** So many looks in a row without a sign of life: 8 seconds, or 13 where none is answered. */
const MISSED = 4;

/**
 * Looks, for as long as something is waited for, whether the database is there.
 *
 * @param sign ends well where it is
 * @param over aborts when nothing is waited for any more
 * @returns why, once it has given no sign of life for some ten seconds; else never.
 */
export const watchHeartbeat = async (sign: () => Promise<void>, over: AbortSignal): Promise<unknown> => {
  let cause: unknown;
  for (let missed = 0; missed < MISSED;) {
    await pause(PAUSE, undefined, { signal: over, ref: false });
    try {
      await sign();
      missed = 0;
    } catch (thrown) {
      cause = thrown;
      missed += 1;
    }
  }
  return cause;
};
