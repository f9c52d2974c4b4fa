import { decodeCursor, encodeCursor } from '../../graph/cursor.ts';
import type { CollaborationFilter } from '../../graph/model/filters.ts';
import { sortValues } from '../../graph/model/orders.ts';
import type { Page, PageEntry } from '../../graph/model/pages.ts';
import { defaultOrder, relationRow, type RelationName } from '../../graph/model/relations.ts';
import type { Pair } from '../../graph/store.ts';
import { checkedFirst } from '../limits/argumentLimits.ts';
import { connection, type Connection } from './connection.ts';
import type { Loaders } from './loaders.ts';
import type { NodeOf } from '../subjects/records.ts';

/** Every list of what two have in common: the relation along which both lead there. */
const commonLists = {
  commonCollaborators: 'collaborators',
  jointPapers: 'authorPapers',
  papersAboutBoth: 'topicPapers',
  sharedTopics: 'authorTopics',
  whoWorkOnBoth: 'topicAuthors',
} as const satisfies Record<string, RelationName>;
type CommonList = keyof typeof commonLists;

type CommonEntry<L extends CommonList> = PageEntry<NodeOf<(typeof commonLists)[L]>>;

interface CommonPageArguments {
  first: number;
  after?: string | null;
  /** Of joint papers: which ones. */
  filter?: CollaborationFilter | undefined;
}

/**
 * What two have in common, in the order the first of them lists it in by default.
 *
 * @throws GraphError BAD_USER_INPUT for a `first` outside 0–100 and a cursor of another list.
 */
export const commonConnection = <L extends CommonList>(
  loaders: Loaders,
  list: L,
  { from, to }: Pair,
  { first, after, filter }: CommonPageArguments,
): Connection<CommonEntry<L>> => {
  const relation = commonLists[list];
  const orderName = defaultOrder(relation);
  const order = relationRow(relation).orders[orderName] ?? [];
  const load = loaders.commonNeighbors(
    relation,
    { from, to },
    {
      first: checkedFirst(first),
      ...(typeof after === 'string' && { after: decodeCursor(after, list, orderName, order) }),
      order,
      ...(filter && { filter }),
    },
  );
  return connection({
    load: load as (want: 'rows' | 'count') => Promise<Page<CommonEntry<L>>>, // the table says to which kind it leads
    cursorOf: ({ node, edge }) => encodeCursor(list, orderName, sortValues(order, node, edge)),
    origin: undefined,
  });
};
