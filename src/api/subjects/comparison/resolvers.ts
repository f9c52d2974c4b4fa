import type {
  AuthorComparisonResolvers,
  ComparisonResolvers,
  InstitutionComparisonResolvers,
  PaperComparisonResolvers,
  QueryResolvers,
  TopicComparisonResolvers,
} from '../../../__generated__/resolvers.ts';
import type { BriefEntityOf } from '../../../graph/model/entities.ts';
import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import type { PageEntry, PairSelection } from '../../../graph/model/pages.ts';
import type { RelationName } from '../../../graph/model/relations.ts';
import type { Pair } from '../../../graph/pair.ts';
import type { RequestContext } from '../../requestContext.ts';
import type { Connection } from '../../loading/connection.ts';
import type { ConnectionArguments } from '../../loading/pageArguments.ts';
import { pairConnection } from '../relations/pairConnection.ts';
import type { ComparedLists, Comparison as ComparisonRecord } from '../parents.ts';
import { comparedEntities } from './comparedEntities.ts';
import { comparedRelations } from './comparedRelations.ts';
import { comparedYears } from './comparedYears.ts';

export const Query = {
  comparison: (_, { ids }, { loaders }) => comparedEntities(loaders, ids),
} satisfies QueryResolvers;

const relationsOf = ({ entities: [first] }: ComparisonRecord) => comparedRelations[first.kind];

const listsAlong = (
  relation: RelationName,
  { entities: [first, second] }: ComparisonRecord,
): ComparedLists => ({ pair: { from: first.id, to: second.id }, relation });

export const Comparison = {
  authors: (comparison) => listsAlong(relationsOf(comparison).authors, comparison),
  institutions: (comparison) => listsAlong(relationsOf(comparison).institutions, comparison),
  papers: (comparison) => listsAlong(relationsOf(comparison).papers, comparison),
  references: (comparison) => {
    const { references } = relationsOf(comparison);
    return references && listsAlong(references, comparison);
  },
  topics: (comparison) => listsAlong(relationsOf(comparison).topics, comparison),
  years: (comparison, _, { loaders }) => comparedYears(loaders, comparison),
} satisfies ComparisonResolvers;

const reversed = ({ from, to }: Pair): Pair => ({ from: to, to: from });

/**
 * The resolvers of a type with three lists: what two entities share, and what only one of them has. `K` is the kind of
 * the entries.
 */
const comparedLists = <K extends EntityKind>() => {
  type Entries = Connection<PageEntry<BriefEntityOf<K>>>;
  const list =
    (which: PairSelection, pairOf: (pair: Pair) => Pair) =>
    ({ pair, relation }: ComparedLists, args: ConnectionArguments, { loaders }: RequestContext): Entries => {
      const name = `${which} ${relation}`;
      // the cast is safe, because the relation leads to entities of the kind K
      return pairConnection(loaders, { name, relation, which }, pairOf(pair), args) as unknown as Entries;
    };
  return {
    shared: list('shared', (pair) => pair),
    onlyFirst: list('separate', (pair) => pair),
    onlySecond: list('separate', reversed),
  };
};

export const AuthorComparison = comparedLists<'AUTHOR'>() satisfies AuthorComparisonResolvers;
export const InstitutionComparison = comparedLists<'INSTITUTION'>() satisfies InstitutionComparisonResolvers;
export const PaperComparison = comparedLists<'PAPER'>() satisfies PaperComparisonResolvers;
export const TopicComparison = comparedLists<'TOPIC'>() satisfies TopicComparisonResolvers;
