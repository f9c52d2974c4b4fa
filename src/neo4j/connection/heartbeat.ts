import { setTimeout as pause } from 'node:timers/promises';

/** The time between two heartbeats, in milliseconds. */
const INTERVAL = 2_000;
/**
 * After this many consecutive failed heartbeats the database is treated as not running. This takes 8 seconds if each
 * fails at once, and 13 seconds if each times out.
 */
const MISSING = 4;

/**
 * Watches whether the database is running, as long as something waits for it.
 *
 * @param beat resolves if the database is running
 * @param end aborts when nothing waits any longer; then the promise rejects
 * @returns the last failure, once the heartbeat has been missing for about ten seconds
 */
export const watchHeartbeat = async (beat: () => Promise<void>, end: AbortSignal): Promise<unknown> => {
  let cause: unknown;
  for (let missing = 0; missing < MISSING;) {
    await pause(INTERVAL, undefined, { signal: end, ref: false });
    try {
      await beat();
      missing = 0;
    } catch (thrown) {
      cause = thrown;
      missing += 1;
    }
  }
  return cause;
};
