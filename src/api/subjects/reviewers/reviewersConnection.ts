import type * as inputs from '../../../__generated__/resolvers.ts';
import { decodeCursor, encodeCursor } from '../../../graph/cursor.ts';
import type { OrderKey } from '../../../graph/model/orders.ts';
import { reviewerPosition, type Reviewer } from '../../../graph/reviewers.ts';
import { connection } from '../../loading/connection.ts';
import { ROOT, type Loaders } from '../../loading/loaders.ts';
import { pageArguments, type ConnectionArguments } from '../../loading/pageArguments.ts';
import type { ReviewerConnection } from '../parents.ts';
import { suggestionFilter } from '../suggestions/suggestionFilter.ts';
import { conflictRules } from './conflictRules.ts';
import { reviewSubject } from './reviewSubject.ts';

/** The name of the list of reviewers, and of its only order, as cursors contain it. */
const LIST = 'reviewers';
const ORDER = 'SCORE';
/** The values that a cursor contains: the negated score, and the id. */
const keys: readonly OrderKey[] = ['-score', 'id'];

interface ReviewersArguments extends ConnectionArguments {
  about: inputs.ReviewSubject;
  excluding?: inputs.ConflictRules | null;
  filter?: inputs.SuggestionFilter | null;
}

/**
 * Possible reviewers, greatest score first. Ages of papers are counted from the current year.
 *
 * @throws GraphError BAD_USER_INPUT in the same cases as pageArguments, reviewSubject, conflictRules and
 *   suggestionFilter, and for a cursor of another list.
 */
export const reviewersConnection = async (
  loaders: Loaders,
  { about, excluding, filter: filterInput, ...args }: ReviewersArguments,
): Promise<ReviewerConnection> => {
  const page = pageArguments(args, (cursor, argument) => decodeCursor(cursor, LIST, ORDER, keys, argument));
  const rules = conflictRules(excluding);
  const filter = suggestionFilter(filterInput);
  const request = {
    subject: await reviewSubject(loaders, about),
    excluding: rules,
    year: new Date().getUTCFullYear(),
    ...(filter && { filter }),
  };
  const load = loaders.reviewers({ ...request, ...page, excludedFirst: 0 });
  const cursorOf = (reviewer: Reviewer) => encodeCursor(LIST, ORDER, reviewerPosition(reviewer));
  return Object.assign(connection({ load, cursorOf }, ROOT, undefined), {
    status: async () => (await load(ROOT, 'count')).status,
    excludedCount: async () => (await load(ROOT, 'count')).excludedCount,
    excludedUpTo: async (excludedFirst: number) => {
      const excludedPage = loaders.reviewers({ ...request, first: 0, excludedFirst });
      return (await excludedPage(ROOT, 'count')).excluded;
    },
  });
};
