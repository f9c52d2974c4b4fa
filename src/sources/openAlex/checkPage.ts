import { ContradictoryAnswers } from '../sourceError.ts';
import type { WorksPage } from './openAlexClient.ts';

/**
 * The part of the count by which the length of a list may differ from the count without a note, because works are added
 * and removed while the list is read.
 */
const UNNOTED_PART = 0.01;

/**
 * The difference up to which a list counts as read although its length is not the count: a number of works, or, for
 * long lists, a part of the count. A list without any work never counts as read.
 */
const TOLERATED_WORKS = 10;
const TOLERATED_PART = 0.05;

/** A page that contradicts itself or the pages before it. Its works can be stored. */
export class ContradictoryPage extends ContradictoryAnswers {
  readonly page: WorksPage;
  /** Whether the list still counts as read, or can be read on, if repeated requests give the same page. */
  readonly isTolerable: boolean;

  constructor(message: string, page: WorksPage, isTolerable: boolean) {
    super(message);
    this.page = page;
    this.isTolerable = isTolerable;
  }
}

/** What was read of a list before a page. */
export interface ListPosition {
  /** The number of works. */
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
