import { ContradictoryAnswers } from '../sourceError.ts';
import type { WorksPage } from './openAlexClient.ts';

/**
 * OpenAlex states the number of works of a list. The list may have more or fewer works, because works are added and
 * removed while it is read. A difference of up to this fraction of the stated number is not reported.
 */
const UNNOTED_PART = 0.01;

/**
 * A list is accepted although it has more or fewer works than OpenAlex states if the difference is at most this number
 * or, for long lists, at most the fraction TOLERATED_PART of the stated number. An empty list is never accepted.
 */
const TOLERATED_WORKS = 10;
const TOLERATED_PART = 0.05;

/**
 * Thrown for a page that contradicts itself or earlier pages, for example by a wrong count. Its works can be stored.
 */
export class ContradictoryPage extends ContradictoryAnswers {
  readonly page: WorksPage;
  /**
   * If true, and further requests give the same page, the list is accepted with a note. If false, the run then ends.
   */
  readonly isTolerable: boolean;

  constructor(message: string, page: WorksPage, isTolerable: boolean) {
    super(message);
    this.page = page;
    this.isTolerable = isTolerable;
  }
}

/** How much of a list was read before the page that is checked. */
export interface ListPosition {
  /** The number of works that were read. */
  readBefore: number;
  /** The cursors of the list so far, including the cursor of the page. */
  cursors: ReadonlySet<string>;
  /** Whether a difference between the length of the list and its count is already noted. */
  isNoted: boolean;
}

/**
 * Compares a page with the pages before it.
 *
 * @throws ContradictoryPage if the page repeats a cursor or the length of the list contradicts its count
 */
export const checkPage = (page: WorksPage, { readBefore, cursors, isNoted }: ListPosition): WorksPage => {
  const { works, count, nextCursor } = page;
  const read = readBefore + works.length;
  const isLast = nextCursor === null || works.length === 0;
  if (nextCursor !== null && works.length > 0 && cursors.has(nextCursor)) {
    throw new ContradictoryPage('OpenAlex repeats a cursor, so the list would never end.', page, false);
  }
  const difference = isLast ? Math.abs(read - count) : read - count;
  const tolerated = Math.max(TOLERATED_WORKS, count * TOLERATED_PART);
  if (difference > (isNoted ? tolerated : count * UNNOTED_PART)) {
    throw new ContradictoryPage(
      `OpenAlex says that ${count} works match, but its list has ${isLast ? read : `more than ${count}`}.`,
      page,
      read > 0 && difference <= tolerated,
    );
  }
  return page;
};
