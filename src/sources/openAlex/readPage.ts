import type { Checkpoint } from '../../import/importRecord.ts';
import { withRetries, type RetryOptions } from '../http/withRetries.ts';
import { SourceError } from '../sourceError.ts';
import { ContradictoryPage } from './checkPage.ts';
import type { WorksPage } from './openAlexClient.ts';

export interface PageOutcome {
  page: WorksPage;
  /** A small contradiction, in words. The list can be read on. */
  note?: string;
  /** A large contradiction. It ends the run after the works of the page are stored. */
  fault?: SourceError;
}

/**
 * Requests a page until it contradicts nothing. If all attempts give a contradictory page, returns the last one.
 *
 * @throws SourceError if no page was read
 */
export async function* readPage(
  attempt: () => Promise<WorksPage>,
  options: RetryOptions,
): AsyncGenerator<Checkpoint, PageOutcome> {
  try {
    return { page: yield* withRetries(attempt, options) };
  } catch (error) {
    if (!(error instanceof SourceError && error.cause instanceof ContradictoryPage)) throw error;
    const { page, isTolerable, message } = error.cause;
    return isTolerable ? { page, note: message } : { page, fault: error };
  }
}
