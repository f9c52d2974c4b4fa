import type * as inputs from '../../../__generated__/resolvers.ts';
import type { RelationFilter } from '../../../graph/model/filters.ts';
import type { PageEntry } from '../../../graph/model/pages.ts';
import type { FilterShape } from '../../../graph/model/relationRow.ts';
import { defaultOrder, relationRow, type RelationName } from '../../../graph/model/relations.ts';
import { collaborationFilter } from '../collaboration/collaborationFilter.ts';
import { paperFilter } from '../paper/paperFilter.ts';
import type { FilterOf, NodeOf, ParentOf, RelationConnection } from '../parents.ts';
import { connection } from '../../loading/connection.ts';
import type { Loaders } from '../../loading/loaders.ts';
import { OrderedList } from '../../loading/orderedList.ts';
import type { ConnectionArguments } from '../../loading/pageArguments.ts';
import type { PageLoader, PageSource } from '../../loading/pageLoader.ts';
import { RelationEdge } from '../../loading/relationEdge.ts';

/** The arguments of a field that lists neighbors along a relation. */
export interface RelationArguments extends ConnectionArguments {
  orderBy?: string;
  filter?: inputs.PaperFilter | inputs.CollaborationFilter | null;
}

interface RelationPages extends PageSource<PageEntry> {
  filter: RelationFilter | undefined;
}

/**
 * The pages of neighbors that a field with these arguments requests.
 *
 * @throws GraphError BAD_USER_INPUT for invalid page arguments (see OrderedList.page) and invalid filters.
 */
export const relationPages = (
  loaders: Loaders,
  relation: RelationName,
  args: RelationArguments,
): RelationPages => {
  const row = relationRow(relation);
  const orderName = args.orderBy ?? defaultOrder(relation);
  const list = new OrderedList(relation, orderName, row.orders[orderName] ?? []);
  const filter = readFilter[row.filter](args.filter);
  const load = loaders.neighbors(relation, { ...list.page(args), ...(filter && { filter }) });
  return { load, cursorOf: list.cursorOf, filter };
};

/**
 * For each kind of filter that relations.ts assigns to relations: a function that checks the filter and converts it to
 * the form for a store.
 */
const readFilter: Record<FilterShape, (input: RelationArguments['filter']) => RelationFilter | undefined> = {
  papers: paperFilter,
  collaborations: collaborationFilter,
  none: () => undefined,
};

/** The neighbors of an entity along a relation. */
export const relationConnection = <R extends RelationName>(
  pages: RelationPages,
  parent: ParentOf<R>,
): RelationConnection<R> => {
  const source = pages as RelationPages & { load: PageLoader<PageEntry<NodeOf<R>>> };
  const origin = { parent, filter: pages.filter as FilterOf<R> };
  return connection(source, parent.id, origin, RelationEdge) as unknown as RelationConnection<R>;
};
