import { decodeCursor, encodeCursor } from '../../../graph/cursor.ts';
import type { PaperFilter } from '../../../graph/model/filters.ts';
import type { OrderKey } from '../../../graph/model/orders.ts';
import {
  relatedPaperPosition,
  relatedParts,
  usualParts,
  type RelatedPart,
} from '../../../graph/relatedPapers.ts';
import { checkedList } from '../../../graph/checks.ts';
import { connection } from '../../loading/connection.ts';
import type { Loaders } from '../../loading/loaders.ts';
import { pageArguments, type ConnectionArguments } from '../../loading/pageArguments.ts';
import type { Paper, RelatedPaperConnection } from '../parents.ts';

/**
 * The name of the list of related papers, as cursors contain it. These cursors contain the parts of the score in place
 * of the name of an order.
 */
const LIST = 'relatedPapers';
/** The values that a cursor contains: the negated score, and the id. */
const keys: readonly OrderKey[] = ['-score', 'id'];

interface RelatedPapersArguments extends ConnectionArguments {
  by: readonly RelatedPart[];
}

/**
 * The papers related to the paper, greatest score first.
 *
 * @throws GraphError BAD_USER_INPUT in the same cases as pageArguments, and for more than 100 members of `by`, and for
 *   a cursor of another list or made with other values of `by`.
 */
export const relatedPapersConnection = (
  loaders: Loaders,
  paper: Paper,
  { by, ...page }: RelatedPapersArguments,
  filter: PaperFilter | undefined,
): RelatedPaperConnection => {
  const parts = requestedParts(by);
  const order = parts.join(' ');
  const load = loaders.relatedPapers({
    by: parts,
    ...pageArguments(page, (cursor, argument) => decodeCursor(cursor, LIST, order, keys, argument)),
    ...(filter && { filter }),
  });
  const cursorOf = (entry: Parameters<typeof relatedPaperPosition>[0]) =>
    encodeCursor(LIST, order, relatedPaperPosition(entry));
  const status = async () => {
    const page = await load(paper.id, 'count');
    return 'status' in page ? page.status : 'COMPLETE';
  };
  return Object.assign(connection({ load, cursorOf }, paper.id, paper), { status });
};

/** The requested parts in a fixed order and without duplicates; the default parts if none are requested. */
const requestedParts = (by: readonly RelatedPart[]): readonly RelatedPart[] => {
  const requested = checkedList(by, 'by');
  return requested.length === 0 ? usualParts : relatedParts.filter((part) => requested.includes(part));
};
