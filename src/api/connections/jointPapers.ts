import { decodeCursor, encodeCursor } from '../../graph/cursor.ts';
import type { Paper } from '../../graph/entities.ts';
import { sortValues } from '../../graph/orders.ts';
import type { PageEntry } from '../../graph/pages.ts';
import { paperOrders } from '../../graph/relations.ts';
import { checkedFirst } from '../checks.ts';
import { connection } from '../connection.ts';
import type { Loaders } from '../loaders.ts';
import type { Listing } from '../pageLoader.ts';
import type { Collaboration, PaperConnection } from '../records.ts';

const LIST = 'jointPapers';
const ORDER = 'NEWEST';
const order = paperOrders[ORDER];

/**
 * The papers of a collaboration, newest first: those that pass the filter it was reached through.
 *
 * @throws GraphError BAD_USER_INPUT for a `first` outside 0–100 and a cursor of another list.
 */
export const jointPapersConnection = (
  loaders: Loaders,
  { from, to, filter }: Collaboration,
  { first, after }: { first: number; after?: string | null },
): PaperConnection => {
  const load = loaders.commonNeighbors(
    'authorPapers',
    { from, to },
    {
      first: checkedFirst(first),
      ...(typeof after === 'string' && { after: decodeCursor(after, LIST, ORDER, order) }),
      order,
      ...(filter && { filter }),
    },
  );
  return connection({
    load: load as (want: 'rows' | 'count') => Promise<Listing<PageEntry<Paper>>>, // the relation leads to papers
    cursorOf: ({ node, edge }) => encodeCursor(LIST, ORDER, sortValues(order, node, edge)),
    origin: undefined,
  });
};
