import { getArgumentValues, type FieldNode, type GraphQLArgument, type GraphQLField } from 'graphql';

export type Arguments = Readonly<Record<string, unknown>>;

/**
 * The arguments of a field as its resolver gets them.
 *
 * @throws GraphQLError for a value that does not fit its argument.
 */
export const fieldArguments = (
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Arguments,
): Arguments => withDefaults(getArgumentValues(field, node, variables), field.args);

/**
 * Gives an argument that is null its default, as if it were absent: clients that fill in every variable send null
 * for what their user left open.
 */
export const withDefaults = (args: Arguments, definitions: readonly GraphQLArgument[]): Arguments => {
  const defaults = definitions.filter(
    ({ name, defaultValue }) => defaultValue !== undefined && (args[name] ?? null) === null,
  );
  if (defaults.length === 0) return args;
  return { ...args, ...Object.fromEntries(defaults.map(({ name, defaultValue }) => [name, defaultValue])) };
};
