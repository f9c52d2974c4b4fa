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
import { withDefaults, type Arguments } from './fieldArguments.ts';

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

const letNullMeanDefault = (field: GraphQLField<unknown, unknown>): void => {
  const withDefault = field.args.filter(({ defaultValue }) => defaultValue !== undefined);
  if (withDefault.length === 0) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args: Arguments, context, info) =>
    resolve(source, withDefaults(args, withDefault), context, info);
};
