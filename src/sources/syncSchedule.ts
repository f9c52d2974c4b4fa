import { setTimeout as pause } from 'node:timers/promises';
import { ImportUnderWay } from '../graph/errors.ts';
import { nextRunOf, sourcesOf, type SourceState } from '../graph/sources/sourceState.ts';
import type { GraphStore } from '../graph/store.ts';
import { SourceError } from './sourceError.ts';
import { UNASKED_RECORDS, type Estimate } from './sourceReader.ts';
import type { SourceSettings } from './sourceSettings.ts';
import { syncSource, type SyncOptions } from './syncSource.ts';

interface ScheduleOptions extends Pick<SyncOptions, 'retries' | 'limits'> {
  store: GraphStore;
  settings: SourceSettings;
  collaborationCap: number;
  /** The time between two reads of the same source, in ms. */
  everyMilliseconds: number;
  /**
   * The interval, in ms, at which the schedule checks which sources are due. A source whose read another import
   * prevented is tried again at the next check.
   */
  checkMilliseconds?: number;
  log: Log;
}

interface Log {
  info(bindings: object, message: string): void;
  warn(bindings: object, message: string): void;
}

/** The default of `checkMilliseconds`. */
const CHECK_INTERVAL = 60_000;

/**
 * Reads each stored source when it is due, one after the other, until it is stopped. Whether a source is due is
 * computed from stored data, so that several servers on one store do not all read it.
 *
 * @returns a function that stops the schedule and resolves when a running sync has ended
 */
export const startSyncSchedule = (options: ScheduleOptions): (() => Promise<void>) => {
  const controller = new AbortController();
  const running = run(options, controller.signal);
  return async () => {
    controller.abort();
    await running;
  };
};

const run = async (options: ScheduleOptions, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    try {
      await syncDue(options, signal);
    } catch (err) {
      if (!isAborted(signal)) options.log.warn({ err }, 'the live sources could not be read');
    }
    await pause(options.checkMilliseconds ?? CHECK_INTERVAL, undefined, { signal, ref: false }).catch(
      () => undefined,
    );
  }
};

/** This is a function because the compiler assumes that `signal.aborted` does not change inside the loop. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;

const syncDue = async (
  { everyMilliseconds, log, ...options }: ScheduleOptions,
  signal: AbortSignal,
): Promise<void> => {
  for (const state of sourcesOf(await options.store.documents())) {
    if (nextRunOf(state, everyMilliseconds) > Date.now()) continue;
    const start = performance.now();
    const { name, service } = state;
    try {
      const { report, error } = await syncSource({ ...options, name, service, signal, confirm });
      const { read, new: added, changed } = report;
      const facts = {
        source: name,
        read,
        new: added,
        changed,
        milliseconds: Math.round(performance.now() - start),
      };
      if (error)
        log.warn(
          {
            ...facts,
            code: error.code,
            reason: error.message,
            ...(error.code === 'INTERNAL_ERROR' && { err: error.cause }),
          },
          'a live source could not be read completely',
        );
      else log.info(facts, 'a live source is up to date');
    } catch (error) {
      if (!(error instanceof ImportUnderWay)) throw error;
      log.info({ source: name }, 'a live source waits until another import has ended');
    }
  }
};

/** Refuses large scopes without stored consent, because the schedule has no user to ask. */
const confirm = async ({ records }: Estimate, { name, isLargeConfirmed }: SourceState): Promise<boolean> => {
  if (records <= UNASKED_RECORDS || isLargeConfirmed) return true;
  throw new SourceError(
    'NOT_CONFIRMED',
    `${records} records match. Reading so many needs the consent of a user: run "sync --name ${name} --yes" once.`,
  );
};
