import type { Checkpoint } from '../../import/importRecord.ts';
import { withRetries, type RetryOptions } from '../http/withRetries.ts';
import { SourceError } from '../sourceError.ts';
import { ContradictoryPage } from './checkPage.ts';
import type { WorksPage } from './openAlexClient.ts';

export interface PageOutcome {
  page: WorksPage;
  /**
   * A sentence about a small contradiction, for example if the list has slightly more works than the service states;
   * undefined if there is none. The run goes on with the next page or, after the last page, with the next list.
   */
  note?: string;
  /** If the page has a large contradiction, the error. It ends the run after the works of the page are stored. */
  fault?: SourceError;
}

/**
 * Requests a page, again if it contradicts itself or earlier pages. If it does so in all attempts, returns the last
 * answer.
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
