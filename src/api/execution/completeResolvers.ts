import type { GraphQLResolveInfo, GraphQLScalarType } from 'graphql';
import type { Resolvers, ResolversParentTypes } from '../../__generated__/resolvers.ts';
import type { RequestContext } from '../requestContext.ts';

/*
 * The type of a complete set of resolvers. A field needs no resolver if the record behind its type has a property or a
 * method of the field's name and type, because GraphQL's default resolver reads or calls it. If a resolver of another
 * field is missing, TypeScript reports an error.
 */

type ResultOf<Field> = Field extends (...args: never[]) => infer Result ? Awaited<Result> : never;

/** GraphQL treats undefined like null. */
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

/** The fields that need a resolver, because the record of the type has no property or method for them. */
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

/**
 * The resolvers that a type needs. For a scalar: the scalar type itself. For an interface: `__resolveType`. For an
 * object: those of the fields that need one.
 */
type RequiredResolvers<TypeName extends keyof Resolvers> =
  NonNullable<Resolvers[TypeName]> extends GraphQLScalarType
    ? GraphQLScalarType
    : AllResolvers<TypeName> extends { __resolveType: infer Resolve }
      ? { __resolveType: Resolve }
      : RequiredFields<
          AllResolvers<TypeName>,
          TypeName extends keyof ResolversParentTypes ? ResolversParentTypes[TypeName] : never
        >;

/** A resolver for every field that needs one. Types without such fields are left out. */
export type CompleteResolvers = {
  [
    TypeName in keyof Resolvers as keyof RequiredResolvers<TypeName> extends never ? never : TypeName
  ]-?: RequiredResolvers<TypeName>;
};
