import { decodeCursor, encodeCursor } from '../../graph/cursor.ts';
import type { EntityOf } from '../../graph/model/entities.ts';
import type { ListFilter } from '../../graph/model/filters.ts';
import { lists, type ListName, type ListRow } from '../../graph/model/lists.ts';
import { sortValues } from '../../graph/model/orders.ts';
import type { PageEntry } from '../../graph/model/pages.ts';
import { checkedFirst } from '../limits/argumentLimits.ts';
import { connection, type Connection } from './connection.ts';
import { ROOT, type Loaders } from './loaders.ts';
import type { PageLoader } from './pageLoader.ts';

interface ListArguments {
  first: number;
  after?: string | null;
  orderBy: string;
}

type ListEntry<L extends ListName> = PageEntry<EntityOf<(typeof lists)[L]['kind']>>;

/**
 * All entities of a kind that pass a filter (checked already).
 *
 * @throws GraphError BAD_USER_INPUT for a `first` outside 0–100 and a cursor of another list or order.
 */
export const listConnection = <L extends ListName>(
  loaders: Loaders,
  list: L,
  { first, after, orderBy }: ListArguments,
  filter: ListFilter | undefined,
): Connection<ListEntry<L>> => {
  const row: ListRow = lists[list];
  const order = row.orders[orderBy] ?? [];
  const load = loaders.list(row.kind, {
    first: checkedFirst(first),
    ...(typeof after === 'string' && { after: decodeCursor(after, list, orderBy, order) }),
    order,
    ...(filter && { filter }),
  }) as PageLoader<ListEntry<L>>; // the table says which kind a list is of
  return connection({
    load: (want) => load(ROOT, want),
    cursorOf: ({ node, edge }) => encodeCursor(list, orderBy, sortValues(order, node, edge)),
    origin: undefined,
  });
};
