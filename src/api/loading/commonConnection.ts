import type { CollaborationFilter } from '../../graph/model/filters.ts';
import type { PageEntry } from '../../graph/model/pages.ts';
import { defaultOrder, relationRow, type RelationName } from '../../graph/model/relations.ts';
import { pairKey, type Pair } from '../../graph/store.ts';
import type { NodeOf } from '../subjects/records.ts';
import { connection, type Connection } from './connection.ts';
import type { Loaders } from './loaders.ts';
import { OrderedList } from './orderedList.ts';
import type { ConnectionArguments } from './pageArguments.ts';
import type { PageLoader } from './pageLoader.ts';

/** The lists of common neighbors of two entities, with the relation from both. Cursors contain these names. */
const commonLists = {
  commonCollaborators: 'collaborators',
  jointPapers: 'authorPapers',
  papersAboutBoth: 'topicPapers',
  sharedAuthors: 'paperAuthors',
  sharedCiters: 'citedBy',
  sharedInstitutions: 'authorInstitutions',
  sharedPaperTopics: 'paperTopics',
  sharedReferences: 'references',
  sharedTopics: 'authorTopics',
  whoWorkOnBoth: 'topicAuthors',
} as const satisfies Record<string, RelationName>;
type CommonList = keyof typeof commonLists;

type CommonEntry<L extends CommonList> = PageEntry<NodeOf<(typeof commonLists)[L]>>;

/**
 * The common neighbors of a pair, in the default order of the list of the first.
 *
 * @param filter which joint papers are listed; only for jointPapers
 * @throws GraphError BAD_USER_INPUT as OrderedList.page does.
 */
export const commonConnection = <L extends CommonList>(
  loaders: Loaders,
  name: L,
  { from, to }: Pair,
  args: ConnectionArguments,
  filter?: CollaborationFilter,
): Connection<CommonEntry<L>> => {
  const relation = commonLists[name];
  const orderName = defaultOrder(relation);
  const list = new OrderedList(name, orderName, relationRow(relation).orders[orderName] ?? []);
  const load = loaders.commonNeighbors(relation, { ...list.page(args), ...(filter && { filter }) });
  return connection(
    { load: load as PageLoader<CommonEntry<L>>, cursorOf: list.cursorOf },
    pairKey({ from, to }),
    undefined,
  );
};
