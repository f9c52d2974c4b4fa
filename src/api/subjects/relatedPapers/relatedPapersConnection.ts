import { decodeCursor, encodeCursor } from '../../../graph/cursor.ts';
import type { PaperFilter } from '../../../graph/model/filters.ts';
import type { OrderKey } from '../../../graph/model/orders.ts';
import {
  relatedPaperPosition,
  relatedParts,
  usualParts,
  type RelatedPart,
} from '../../../graph/relatedPapers.ts';
import { checkedList } from '../../limits/argumentLimits.ts';
import { connection } from '../../loading/connection.ts';
import type { Loaders } from '../../loading/loaders.ts';
import { pageArguments, type ConnectionArguments } from '../../loading/pageArguments.ts';
import type { Paper, RelatedPaperConnection } from '../records.ts';

/** The name of the list in its cursors. In place of an order, the cursors contain the parts of the score. */
const LIST = 'relatedPapers';
/** The values of a position: score, id. */
const keys: readonly OrderKey[] = ['-score', 'id'];

interface RelatedPapersArguments extends ConnectionArguments {
  by: readonly RelatedPart[];
}

/**
 * The papers related to the paper, greatest score first.
 *
 * @throws GraphError BAD_USER_INPUT as pageArguments does, for more than 100 members of `by`, and for a cursor of
 *   another list or of other parts.
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

/** The requested parts in a fixed order, each once. */
const requestedParts = (by: readonly RelatedPart[]): readonly RelatedPart[] => {
  const requested = checkedList(by, 'by');
  return requested.length === 0 ? usualParts : relatedParts.filter((part) => requested.includes(part));
};
