import type { CollaborationFilter } from '../../../graph/model/filters.ts';
import type { PageEntry, PairSelection } from '../../../graph/model/pages.ts';
import type { RelationName } from '../../../graph/model/relations.ts';
import type { Pair } from '../../../graph/pair.ts';
import type { NodeOf } from '../parents.ts';
import type { Connection } from '../../loading/connection.ts';
import type { Loaders } from '../../loading/loaders.ts';
import type { ConnectionArguments } from '../../loading/pageArguments.ts';
import { pairConnection } from './pairConnection.ts';

/** The lists of common neighbors of two entities, by the names that their cursors contain. */
const commonLists = {
  commonCollaborators: { relation: 'collaborators', which: 'shared' },
  jointPapers: { relation: 'authorPapers', which: 'joint' },
  papersAboutBoth: { relation: 'topicPapers', which: 'shared' },
  sharedAuthors: { relation: 'paperAuthors', which: 'shared' },
  sharedCiters: { relation: 'citedBy', which: 'shared' },
  sharedInstitutions: { relation: 'authorInstitutions', which: 'shared' },
  sharedPaperTopics: { relation: 'paperTopics', which: 'shared' },
  sharedReferences: { relation: 'references', which: 'shared' },
  sharedTopics: { relation: 'authorTopics', which: 'shared' },
  whoWorkOnBoth: { relation: 'topicAuthors', which: 'shared' },
} as const satisfies Record<string, { relation: RelationName; which: PairSelection }>;
type CommonLists = typeof commonLists;
type CommonList = keyof CommonLists;

/**
 * The common neighbors of a pair, in the default order of the first entity's list.
 *
 * @param filter the joint papers that are listed; only for the list jointPapers
 * @throws GraphError BAD_USER_INPUT in the same cases as OrderedList.page.
 */
export const commonConnection = <L extends CommonList>(
  loaders: Loaders,
  name: L,
  pair: Pair,
  args: ConnectionArguments,
  filter?: CollaborationFilter,
): Connection<PageEntry<NodeOf<CommonLists[L]['relation']>>> => {
  const { relation, which }: { relation: CommonLists[L]['relation']; which: PairSelection } =
    commonLists[name];
  return pairConnection(loaders, { name, relation, which }, pair, args, filter);
};
