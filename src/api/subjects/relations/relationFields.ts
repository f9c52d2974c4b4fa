import type { GraphQLResolveInfo } from 'graphql';
import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import { perKind } from '../../../graph/model/kinds.ts';
import { relations, relationsFrom, type RelationName } from '../../../graph/model/relations.ts';
import type { RequestContext } from '../../requestContext.ts';
import type { ParentOf, RelationConnection } from '../parents.ts';
import { oncePerField } from '../../loading/oncePerField.ts';
import { relationConnection, relationPages, type RelationArguments } from './relationConnection.ts';

/** The relations that start at each kind, by the names of the GraphQL fields that list neighbors along them. */
export const relationFields = perKind((kind): Readonly<Record<string, RelationName>> =>
  Object.fromEntries(relationsFrom(kind).map((name) => [relations[name].field, name])),
);

type Rows = typeof relations;
type RelationResolvers<K extends EntityKind> = {
  [R in RelationName as Rows[R]['from'] extends K ? Rows[R]['field'] : never]: (
    parent: ParentOf<R>,
    args: RelationArguments,
    context: RequestContext,
    info: Pick<GraphQLResolveInfo, 'fieldNodes'>,
  ) => RelationConnection<R>;
};

/** The resolvers of the fields in `relationFields`. */
export const relationResolvers = <K extends EntityKind>(kind: K): RelationResolvers<K> =>
  Object.fromEntries(
    relationsFrom(kind).map((name) => {
      const pagesOf = oncePerField((loaders, args: RelationArguments) => relationPages(loaders, name, args));
      return [
        relations[name].field,
        (
          parent: ParentOf<RelationName>,
          args: RelationArguments,
          { loaders }: RequestContext,
          { fieldNodes }: Pick<GraphQLResolveInfo, 'fieldNodes'>,
        ) => relationConnection(pagesOf(fieldNodes, loaders, args), parent),
      ];
    }),
  ) as unknown as RelationResolvers<K>;
