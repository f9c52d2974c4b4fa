import type { GraphQLResolveInfo, GraphQLScalarType } from 'graphql';
import type { Resolvers, ResolversParentTypes } from '../../__generated__/resolvers.ts';
import type { RequestContext } from './requestContext.ts';

/*
 * The type of a complete set of resolvers. A field needs no resolver if the record behind its type has a property
 * or a method of the field's name and type, because GraphQL's default resolver reads or calls it. If the resolver
 * of any other field is missing, the program does not compile.
 */

type ResultOf<Field> = Field extends (...args: never[]) => infer Result ? Awaited<Result> : never;

/** For GraphQL, null and undefined are the same. */
type Nullish<Result> = null extends Result ? Result | undefined : Result;

type Method<Result> = (
  args: object,
  context: RequestContext,
  info: GraphQLResolveInfo,
) => Result | Promise<Result>;

type IsReadByDefault<Member, Result> = [Member] extends [never]
  ? false
  : Member extends Nullish<Result> | Method<Nullish<Result>>
    ? true
    : false;

/** The fields that the record of the type does not have. */
type RequiredFields<Fields, Parent> = {
  [
    Name in keyof Fields as Name extends '__isTypeOf'
      ? never
      : Name extends keyof Parent
        ? IsReadByDefault<Parent[Name], ResultOf<Fields[Name]>> extends true
          ? never
          : Name
        : Name
  ]: Fields[Name];
};

type AllResolvers<TypeName extends keyof Resolvers> = Required<NonNullable<Resolvers[TypeName]>>;

/** For a scalar: the scalar type itself. For an interface: `__resolveType`. For an object: its required fields. */
type RequiredResolvers<TypeName extends keyof Resolvers> =
  NonNullable<Resolvers[TypeName]> extends GraphQLScalarType
    ? GraphQLScalarType
    : AllResolvers<TypeName> extends { __resolveType: infer Resolve }
      ? { __resolveType: Resolve }
      : RequiredFields<
          AllResolvers<TypeName>,
          TypeName extends keyof ResolversParentTypes ? ResolversParentTypes[TypeName] : never
        >;

/** A resolver for every field that needs one. Types whose fields need none are left out. */
export type CompleteResolvers = {
  [
    TypeName in keyof Resolvers as keyof RequiredResolvers<TypeName> extends never ? never : TypeName
  ]-?: RequiredResolvers<TypeName>;
};
