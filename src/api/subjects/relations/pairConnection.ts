import type { CollaborationFilter } from '../../../graph/model/filters.ts';
import type { PageEntry, PairSelection } from '../../../graph/model/pages.ts';
import { defaultOrder, relationRow, type RelationName } from '../../../graph/model/relations.ts';
import { pairKey, type Pair } from '../../../graph/pair.ts';
import type { NodeOf } from '../parents.ts';
import { connection, type Connection } from '../../loading/connection.ts';
import type { Loaders } from '../../loading/loaders.ts';
import { OrderedList } from '../../loading/orderedList.ts';
import type { ConnectionArguments } from '../../loading/pageArguments.ts';
import type { PageLoader } from '../../loading/pageLoader.ts';

/** A list of neighbors of two entities along a relation. */
interface PairList<R extends RelationName> {
  /** The name of the list in its cursors. */
  name: string;
  relation: R;
  which: PairSelection;
}

/**
 * Neighbors of a pair, in the default order of the first entity's list.
 *
 * @param filter the joint papers that are listed; only for lists of joint papers
 * @throws GraphError BAD_USER_INPUT in the same cases as OrderedList.page.
 */
export const pairConnection = <R extends RelationName>(
  loaders: Loaders,
  { name, relation, which }: PairList<R>,
  pair: Pair,
  args: ConnectionArguments,
  filter?: CollaborationFilter,
): Connection<PageEntry<NodeOf<R>>> => {
  const orderName = defaultOrder(relation);
  const list = new OrderedList(name, orderName, relationRow(relation).orders[orderName] ?? []);
  const load = loaders.commonNeighbors(relation, { ...list.page(args), which, ...(filter && { filter }) });
  return connection(
    { load: load as PageLoader<PageEntry<NodeOf<R>>>, cursorOf: list.cursorOf },
    pairKey(pair),
    undefined,
  );
};
