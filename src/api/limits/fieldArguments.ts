import { getArgumentValues, Kind, type FieldNode, type GraphQLArgument, type GraphQLField } from 'graphql';

export type Arguments = Readonly<Record<string, unknown>>;

/**
 * The arguments of a field in the form in which its resolver gets them.
 *
 * @throws GraphQLError if a value is wrong for its argument.
 */
export const fieldArguments = (
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Arguments,
): Arguments => withDefaults(getArgumentValues(field, node, variables), field.args, node, variables);

/**
 * Replaces null by the default of the argument, because clients that always send all variables send null for a variable
 * without a value. If the query gives `last`, `first` gets no default: it is null unless the query gives it, too.
 */
export const withDefaults = (
  args: Arguments,
  definitions: readonly GraphQLArgument[],
  node: FieldNode,
  variables: Arguments,
): Arguments => {
  const defaults = definitions.filter(
    ({ name, defaultValue }) => defaultValue !== undefined && (args[name] ?? null) === null,
  );
  const isBackward = (args.last ?? null) !== null && !isGiven('first', node, variables);
  if (defaults.length === 0 && !isBackward) return args;
  return {
    ...args,
    ...Object.fromEntries(defaults.map(({ name, defaultValue }) => [name, defaultValue])),
    ...(isBackward && { first: null }),
  };
};

/** Whether the query gives an argument a value other than null. */
const isGiven = (argument: string, node: FieldNode, variables: Arguments): boolean => {
  const value = node.arguments?.find(({ name }) => name.value === argument)?.value;
  if (!value || value.kind === Kind.NULL) return false;
  return value.kind !== Kind.VARIABLE || (variables[value.name.value] ?? null) !== null;
};
