import { ContradictoryAnswers } from '../sourceError.ts';
import type { WorksPage } from './openAlexClient.ts';

/**
 * The share by which the number of listed works may differ from the count that the service states, because works are
 * added and removed while a list is read.
 */
const TOLERANCE = 0.01;

/**
 * Compares a page with the pages before it.
 *
 * @param readBefore how many works of the list were read before
 * @param cursors the cursors of the list so far, including the cursor of this page
 * @throws ContradictoryAnswers if the page repeats a cursor or the length of the list contradicts its count
 */
export const checkPage = (page: WorksPage, readBefore: number, cursors: ReadonlySet<string>): WorksPage => {
  const { works, count, nextCursor } = page;
  const read = readBefore + works.length;
  const tolerance = count * TOLERANCE;
  const isLast = nextCursor === null || works.length === 0;
  if (nextCursor !== null && works.length > 0 && cursors.has(nextCursor)) {
    throw new ContradictoryAnswers('OpenAlex repeats a cursor, so the list would never end.');
  }
  if (read > count + tolerance || (isLast && read < count - tolerance)) {
    throw new ContradictoryAnswers(
      `OpenAlex says that ${count} works match, but its list has ${isLast ? read : `more than ${count}`}.`,
    );
  }
  return page;
};
