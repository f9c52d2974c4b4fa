import type { EntityKind } from '../../graph/model/entities.ts';
import type { RelationName } from '../../graph/model/relations.ts';
import type { RequestContext } from '../execution/requestContext.ts';
import type { ParentOf, RelationConnection } from '../subjects/records.ts';
import { relationConnection, type RelationArguments } from './relationConnection.ts';

/** The fields of each kind's GraphQL type that list neighbors along one relation. */
export const relationFields = {
  AUTHOR: {
    collaborators: 'collaborators',
    institutions: 'authorInstitutions',
    papers: 'authorPapers',
    topics: 'authorTopics',
  },
  INSTITUTION: {
    authors: 'institutionAuthors',
    papers: 'institutionPapers',
    partners: 'partners',
    topics: 'institutionTopics',
  },
  PAPER: {
    authors: 'paperAuthors',
    citedBy: 'citedBy',
    institutions: 'paperInstitutions',
    references: 'references',
    topics: 'paperTopics',
  },
  TOPIC: {
    authors: 'topicAuthors',
    broader: 'broader',
    institutions: 'topicInstitutions',
    narrower: 'narrower',
    papers: 'topicPapers',
    relatedTopics: 'relatedTopics',
  },
} as const satisfies Record<EntityKind, Readonly<Record<string, RelationName>>>;

type RelationResolvers<Fields extends Readonly<Record<string, RelationName>>> = {
  [Field in keyof Fields]: (
    parent: ParentOf<Fields[Field]>,
    args: RelationArguments,
    context: RequestContext,
  ) => RelationConnection<Fields[Field]>;
};

/** The resolvers of these fields. */
export const relationResolvers = <K extends EntityKind>(
  kind: K,
): RelationResolvers<(typeof relationFields)[K]> => {
  const fields: Readonly<Record<string, RelationName>> = relationFields[kind];
  const resolvers = Object.entries(fields).map(([field, relation]) => [
    field,
    (parent: ParentOf<RelationName>, args: RelationArguments, { loaders }: RequestContext) =>
      relationConnection(loaders, relation, parent, args),
  ]);
  return Object.fromEntries(resolvers) as RelationResolvers<(typeof relationFields)[K]>;
};
