import { decodeCursor, encodeCursor } from '../../../graph/cursor.ts';
import {
  feedDays,
  feedOrders,
  feedPosition,
  type FeedEntry,
  type FeedOrder,
  type FeedPeriod,
} from '../../../graph/feed.ts';
import { checkedId } from '../../../graph/model/checkedId.ts';
import { checkedList } from '../../../graph/checks.ts';
import { connection } from '../../loading/connection.ts';
import { ROOT, type Loaders } from '../../loading/loaders.ts';
import { pageArguments, type ConnectionArguments } from '../../loading/pageArguments.ts';
import type { FeedConnection } from '../parents.ts';

/** The name of the list of papers in a feed, as cursors contain it. */
const LIST = 'feed';

interface FeedArguments extends ConnectionArguments {
  period?: FeedPeriod | null;
  since?: string | null;
  until?: string | null;
  ids?: readonly string[] | null;
  orderBy: FeedOrder;
}

/**
 * The papers of a period.
 *
 * @throws GraphError BAD_USER_INPUT in the same cases as feedDays and pageArguments, and for more than 100 ids, a
 *   malformed id and a cursor of another list or order.
 */
export const feedConnection = (
  loaders: Loaders,
  { period, since, until, ids, orderBy, ...args }: FeedArguments,
): FeedConnection => {
  const requestedIds = new Map(checkedList(ids ?? [], 'ids').map((id) => [checkedId(id, 'ids'), id]));
  const request = {
    days: feedDays({ period: period ?? null, since: since ?? null, until: until ?? null }),
    ...(requestedIds.size > 0 && { entityIds: [...requestedIds.keys()] }),
    orderBy,
    ...pageArguments(args, (cursor, argument) =>
      decodeCursor(cursor, LIST, orderBy, feedOrders[orderBy], argument),
    ),
  };
  const load = () => loaders.feed(request);
  const cursorOf = (entry: FeedEntry) => encodeCursor(LIST, orderBy, feedPosition(orderBy, entry));
  return Object.assign(connection({ load, cursorOf }, ROOT, requestedIds), {
    missingIds: async () => (await load()).missingIds.map((id) => requestedIds.get(id) ?? id),
  });
};
