import type { BriefEntityOf } from '../../graph/model/entities.ts';
import type { ListFilter } from '../../graph/model/filters.ts';
import { lists, type ListName, type ListRow } from '../../graph/model/lists.ts';
import type { PageEntry } from '../../graph/model/pages.ts';
import { connection, type Connection } from './connection.ts';
import { ROOT, type Loaders } from './loaders.ts';
import { OrderedList } from './orderedList.ts';
import type { ConnectionArguments } from './pageArguments.ts';
import type { PageLoader } from './pageLoader.ts';

type ListEntry<L extends ListName> = PageEntry<BriefEntityOf<(typeof lists)[L]['kind']>>;

/**
 * All entities of a kind that pass a filter.
 *
 * @throws GraphError BAD_USER_INPUT in the same cases as OrderedList.page.
 */
export const listConnection = <L extends ListName>(
  loaders: Loaders,
  name: L,
  args: ConnectionArguments & { orderBy: string },
  filter: ListFilter | undefined,
): Connection<ListEntry<L>> => {
  const { kind, orders }: ListRow = lists[name];
  const list = new OrderedList(name, args.orderBy, orders[args.orderBy] ?? []);
  const load = loaders.list(kind, { ...list.page(args), ...(filter && { filter }) });
  return connection({ load: load as PageLoader<ListEntry<L>>, cursorOf: list.cursorOf }, ROOT, undefined);
};
