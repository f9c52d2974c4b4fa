import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  defaultFieldResolver,
  isObjectType,
  isScalarType,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { memoize } from '../../graph/memoize.ts';
import { resolvers } from '../subjects/resolvers.ts';
import { withDefaults, type Arguments } from '../limits/fieldArguments.ts';

const folder = new URL('../../../schema/', import.meta.url);

/** The contents of the schema files, in the order of their names. Each subject has a file. */
export const typeDefinitions = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));

/** The public schema with its resolvers. @throws Error if a resolver has no field in the schema. */
export const executableSchema = memoize((): GraphQLSchema => {
  const schema = makeExecutableSchema({
    typeDefs: typeDefinitions(),
    resolvers,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
  for (const type of Object.values(schema.getTypeMap())) {
    // makeExecutableSchema does not copy the descriptions of scalar types
    if (isScalarType(type)) type.description ??= type.astNode?.description?.value;
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (hasMethods.test(type.name)) field.resolve ??= defaultFieldResolver;
      letNullMeanDefault(field);
    }
  }
  return schema;
});

/**
 * Matches the names of the types whose parent objects have methods instead of properties. The fields of these types
 * need resolvers, because the compiled executor reads properties but does not call methods.
 */
const hasMethods = /(?:Connection|Edge|PageInfo)$/;

/** If a query gives null for an argument with a default, the resolver gets the default. */
const letNullMeanDefault = (field: GraphQLField<unknown, unknown>): void => {
  const argsWithDefault = field.args.filter(({ defaultValue }) => defaultValue !== undefined);
  if (argsWithDefault.length === 0) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args: Arguments, context, info) => {
    const [node] = info.fieldNodes as [FieldNode];
    return resolve(source, withDefaults(args, argsWithDefault, node, info.variableValues), context, info);
  };
};
