import type { CandidateStatus } from '../../../__generated__/resolvers.ts';
import { decodeCursor, encodeCursor } from '../../../graph/cursor.ts';
import { badInput } from '../../../graph/errors.ts';
import { duplicatePosition, type ComparedKind } from '../../../graph/identity/duplicates.ts';
import type { OrderKey } from '../../../graph/model/orders.ts';
import { toUnits } from '../../../graph/units.ts';
import { connection } from '../../loading/connection.ts';
import { ROOT, type Loaders } from '../../loading/loaders.ts';
import { pageArguments, type ConnectionArguments } from '../../loading/pageArguments.ts';
import { noPage } from '../../loading/pageLoader.ts';
import type { Author, DuplicateCandidate, DuplicateCandidateConnection } from '../parents.ts';

/** The names of the lists of duplicate candidates and of their only order, as cursors contain them. */
const lists: Readonly<Record<ComparedKind, string>> = { AUTHOR: 'duplicates', PAPER: 'paperDuplicates' };
const ORDER = 'SCORE';
/** The values that a cursor contains: the negated score, and the ids of both entities. */
const keys: readonly OrderKey[] = ['-score', 'id', 'id'];

interface DuplicatesArguments extends ConnectionArguments {
  /** The kind of the compared entities; by default AUTHOR. */
  kind?: ComparedKind;
  minScore: number;
  /** Only pairs with this status; by default OPEN. */
  status?: CandidateStatus;
}

/**
 * Pairs of authors or papers that may be one, the most likely first.
 *
 * @param author an author who is in each pair; undefined for all pairs
 * @throws GraphError BAD_USER_INPUT in the same cases as pageArguments, and for a score outside 0–1 and a cursor of
 *   another list.
 */
export const duplicatesConnection = (
  loaders: Loaders,
  author: Author | undefined,
  { kind = 'AUTHOR', minScore, status = 'OPEN', ...page }: DuplicatesArguments,
): DuplicateCandidateConnection => {
  if (!(minScore >= 0 && minScore <= 1)) {
    throw badInput('minScore', `minScore is ${minScore}; a score is a number from 0 to 1.`);
  }
  const list = lists[kind];
  const request = {
    kind,
    minScore: toUnits(minScore),
    ...pageArguments(page, (cursor, argument) => decodeCursor(cursor, list, ORDER, keys, argument)),
  };
  const load = status === 'SAME' ? async () => noPage : loaders.duplicates({ ...request, status });
  const cursorOf = ({ node }: { node: DuplicateCandidate }) =>
    encodeCursor(list, ORDER, duplicatePosition(node));
  return connection({ load, cursorOf }, author?.id ?? ROOT, undefined);
};
