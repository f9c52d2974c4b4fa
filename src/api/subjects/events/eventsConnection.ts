import {
  eventKinds,
  eventOrder,
  eventPosition,
  type AuthorEvent,
  type EventKind,
} from '../../../graph/authorEvents.ts';
import { decodeCursor, encodeCursor } from '../../../graph/cursor.ts';
import { badInput } from '../../../graph/errors.ts';
import { checkedId } from '../../../graph/model/checkedId.ts';
import { dayNumber } from '../../../graph/model/dayNumber.ts';
import { checkedList } from '../../../graph/checks.ts';
import { connection } from '../../loading/connection.ts';
import type { Loaders } from '../../loading/loaders.ts';
import { pageArguments, type ConnectionArguments } from '../../loading/pageArguments.ts';
import type { Author, AuthorEventConnection } from '../parents.ts';

/** The names of the list of events and of its only order, as cursors contain them. */
const LIST = 'events';
const ORDER = 'NEWEST';

/** The maximum number of authors in `distanceTo`. */
const MOST_DISTANCES = 10;

interface EventsArguments extends ConnectionArguments {
  kinds?: readonly EventKind[] | null;
  since?: string | null;
  distanceTo?: readonly string[] | null;
}

/**
 * The events in an author's work, the latest first.
 *
 * @throws GraphError BAD_USER_INPUT in the same cases as pageArguments, and for more than 100 kinds, a cursor of
 *   another list, more than 10 ids in `distanceTo`, an id in it that is not the id of an author, and the kind
 *   DISTANCE_SHORTENED without `distanceTo`.
 */
export const eventsConnection = (
  loaders: Loaders,
  author: Author,
  { kinds, since, distanceTo, ...args }: EventsArguments,
): AuthorEventConnection => {
  const requested = checkedList(kinds ?? [], 'kinds');
  const others = checkedList(distanceTo ?? [], 'distanceTo', MOST_DISTANCES).map((id) =>
    checkedId(id, 'distanceTo', 'AUTHOR'),
  );
  if (requested.includes('DISTANCE_SHORTENED') && others.length === 0) {
    throw badInput(
      'kinds',
      'kinds has DISTANCE_SHORTENED, but distanceTo is empty. Add the ids of other authors to distanceTo.',
    );
  }
  const day = dayNumber(since ?? null, null);
  const load = loaders.authorEvents({
    kinds: requested.length === 0 ? eventKinds : eventKinds.filter((kind) => requested.includes(kind)),
    ...(others.length > 0 && { distanceTo: others }),
    ...(day !== null && { since: day }),
    ...pageArguments(args, (cursor, argument) => decodeCursor(cursor, LIST, ORDER, eventOrder, argument)),
  });
  const cursorOf = ({ node }: { node: AuthorEvent }) => encodeCursor(LIST, ORDER, eventPosition(node));
  return connection({ load, cursorOf }, author.id, undefined);
};
