import type { GraphQLResolveInfo, GraphQLScalarType } from 'graphql';
import type { RequestContext } from './requestContext.ts';
import type { Resolvers, ResolversParentTypes } from '../../__generated__/resolvers.ts';

/*
 * The resolvers there must be. A field needs none where the record behind its type holds it: as a property of
 * that name, or as a method of that name that needs no arguments, which GraphQL's default resolver reads and calls.
 * Every other field needs one, or the program does not compile.
 */

type ResultOf<Field> = Field extends (...args: never[]) => infer Result ? Awaited<Result> : never;

/** Null and undefined are one to GraphQL. */
type Given<Result> = null extends Result ? Result | undefined : Result;

type Method<Result> = (
  args: object,
  context: RequestContext,
  info: GraphQLResolveInfo,
) => Result | Promise<Result>;

type IsHeld<Held, Result> = [Held] extends [never]
  ? false
  : Held extends Given<Result> | Method<Given<Result>>
    ? true
    : false;

type Demanded<Fields, Parent> = {
  [
    Name in keyof Fields as Name extends '__isTypeOf'
      ? never
      : Name extends keyof Parent
        ? IsHeld<Parent[Name], ResultOf<Fields[Name]>> extends true
          ? never
          : Name
        : Name
  ]: Fields[Name];
};

type ResolversOf<TypeName extends keyof Resolvers> = Required<NonNullable<Resolvers[TypeName]>>;

/** An interface needs its type told and nothing else; a scalar itself; an object what its record does not hold. */
type DemandedOf<TypeName extends keyof Resolvers> =
  NonNullable<Resolvers[TypeName]> extends GraphQLScalarType
    ? GraphQLScalarType
    : ResolversOf<TypeName> extends { __resolveType: infer Resolve }
      ? { __resolveType: Resolve }
      : Demanded<
          ResolversOf<TypeName>,
          TypeName extends keyof ResolversParentTypes ? ResolversParentTypes[TypeName] : never
        >;

/** A resolver for every field of the schema that needs one, and for no type that needs none. */
export type CompleteResolvers = {
  [
    TypeName in keyof Resolvers as keyof DemandedOf<TypeName> extends never ? never : TypeName
  ]-?: DemandedOf<TypeName>;
};
