import { setTimeout as pause } from 'node:timers/promises';
import type { Checkpoint } from '../../import/importRecord.ts';
import { ContradictoryAnswers, SourceError, TransientFault } from '../sourceError.ts';

export interface RetryLimits {
  attempts: number;
  /**
   * The maximum of the random wait after the first failed attempt, in ms. It doubles with each further failed attempt.
   */
  firstWait: number;
  /** The longest wait in ms. If a service asks for a longer wait, no further attempt is made, and the run ends. */
  longestWait: number;
}

export const retryLimits: RetryLimits = { attempts: 4, firstWait: 1_000, longestWait: 120_000 };

export interface RetryOptions {
  /** Returns what the caller must store before each attempt, for example the cost of the request. */
  beforeAttempt: () => Iterable<Checkpoint>;
  limits: RetryLimits;
  signal: AbortSignal;
}

/**
 * Repeats an attempt until it succeeds, with growing random waits between the attempts.
 *
 * @throws SourceError after the last attempt
 */
export async function* withRetries<Result>(
  attempt: () => Promise<Result>,
  { beforeAttempt, limits, signal }: RetryOptions,
): AsyncGenerator<Checkpoint, Result> {
  for (let count = 1; ; count += 1) {
    yield* beforeAttempt();
    try {
      return await attempt();
    } catch (fault) {
      if (!(fault instanceof TransientFault)) throw fault;
      const wait = Math.max(fault.waitMilliseconds ?? 0, randomWait(limits.firstWait, count));
      if (count === limits.attempts || wait > limits.longestWait) throw givenUp(fault, count, wait, limits);
      await pause(wait, undefined, { signal });
    }
  }
}

/**
 * A random wait, in ms. With each failed attempt (`count`), the longest wait doubles; the shortest is half of it. The
 * wait is random so that clients that failed at the same time do not send again at the same time.
 */
const randomWait = (firstWait: number, count: number): number =>
  firstWait * 2 ** (count - 1) * (0.5 + Math.random() / 2);

const givenUp = (fault: TransientFault, count: number, wait: number, limits: RetryLimits): SourceError => {
  const reason =
    wait > limits.longestWait
      ? `It asks to wait ${Math.ceil(wait / 1_000)} seconds.`
      : `It was tried ${count} times.`;
  const continues =
    fault instanceof ContradictoryAnswers
      ? 'What was read is stored, and the next run begins at the first page again.'
      : 'Everything before it is stored, and the next run tries again from there.';
  return new SourceError('SOURCE_UNAVAILABLE', `${fault.message} ${reason} ${continues}`, { cause: fault });
};

/** The wait in ms that the header Retry-After asks for. The header has a number of seconds or a date. */
export const retryAfter = (headers: Headers): number | undefined => {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
};
