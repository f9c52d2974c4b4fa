import type { GraphQLResolveInfo, GraphQLScalarType } from 'graphql';
import type { Resolvers, ResolversParentTypes } from '../../__generated__/resolvers.ts';
import type { RequestContext } from '../requestContext.ts';

/*
 * The type of a complete set of resolvers: TypeScript reports an error if a needed resolver is missing. A field needs
 * no resolver if its parent object (see parents.ts) has a property or method with the name and type of the field,
 * because GraphQL's default resolver then reads the property or calls the method.
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

/** The fields that need a resolver, because the parent object has no property or method with their name and type. */
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
