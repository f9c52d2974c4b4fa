import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  defaultFieldResolver,
  isObjectType,
  isScalarType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { resolvers } from '../subjects/resolvers.ts';

const folder = new URL('../../../schema/', import.meta.url);

/** The public schema as it is written: one text for each subject, in the order of their names. */
export const typeDefinitions = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));

/** The schema with its resolvers. @throws where a resolver is of no field of the schema. */
export const executableSchema = (): GraphQLSchema => {
  const schema = makeExecutableSchema({
    typeDefs: typeDefinitions(),
    resolvers,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
  for (const type of Object.values(schema.getTypeMap())) {
    if (isScalarType(type)) type.description ??= type.astNode?.description?.value; // lost when it got its functions
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) letNullMeanDefault(field);
  }
  return schema;
};

/**
 * An argument that is null means its default, like one that is not there: programs that fill in every variable
 * send null for what their user left open. So resolvers never see null where there is a default.
 */
const letNullMeanDefault = (field: GraphQLField<unknown, unknown>): void => {
  const defaults = field.args.filter(({ defaultValue }) => defaultValue !== undefined);
  if (defaults.length === 0) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args: Record<string, unknown>, context, info) => {
    for (const { name, defaultValue } of defaults) args[name] ??= defaultValue;
    return resolve(source, args, context, info);
  };
};
