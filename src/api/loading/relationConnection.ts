import { decodeCursor, encodeCursor } from '../../graph/cursor.ts';
import { sortValues } from '../../graph/model/orders.ts';
import type { PageEntry } from '../../graph/model/pages.ts';
import { defaultOrder, relationRow, type RelationName } from '../../graph/model/relations.ts';
import { checkedFirst } from '../limits/argumentLimits.ts';
import { connection } from './connection.ts';
import type { Loaders } from './loaders.ts';
import type { PageLoader } from './pageLoader.ts';
import type { FilterOf, NodeOf, ParentOf, RelationConnection } from '../subjects/records.ts';

/** A page along a relation as its field is asked for it; the filter is checked already. */
export interface RelationPageArguments<R extends RelationName> {
  first: number;
  after?: string | null;
  orderBy?: string;
  filter?: FilterOf<R> | undefined;
}

/**
 * The neighbors of an entity along a relation.
 *
 * @throws GraphError BAD_USER_INPUT for a `first` outside 0–100 and a cursor of another list or order.
 */
export const relationConnection = <R extends RelationName>(
  loaders: Loaders,
  relation: R,
  parent: ParentOf<R>,
  args: RelationPageArguments<R>,
): RelationConnection<R> => {
  const orderName = args.orderBy ?? defaultOrder(relation);
  const order = relationRow(relation).orders[orderName] ?? [];
  const { filter } = args;
  const load = loaders.neighbors(relation, {
    first: checkedFirst(args.first),
    ...(typeof args.after === 'string' && { after: decodeCursor(args.after, relation, orderName, order) }),
    order,
    ...(filter && { filter }),
  }) as PageLoader<PageEntry<NodeOf<R>>>; // the table says which kind a relation leads to
  return connection({
    load: (want) => load(parent.id, want),
    cursorOf: ({ node, edge }) => encodeCursor(relation, orderName, sortValues(order, node, edge)),
    origin: { parent, filter },
  });
};
