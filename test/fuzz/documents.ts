import fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** Values for the arguments of random documents. */
export interface Pool {
  ids: readonly string[];
  cursors: readonly string[];
}

/** Mostly the first: most documents should be valid, so that they reach the store. */
const mostly = (likely: fc.Arbitrary<string>, rarely: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 30, arbitrary: likely }, { weight: 1, arbitrary: rarely });

const quoted = (text: string): string => JSON.stringify(text);
const oddValue = fc.constantFrom(
  'null',
  '""',
  '-1',
  '1e400',
  '{}',
  '[[]]',
  'NONSENSE',
  'true',
  '"\\u0000"',
  '9999999999',
);

/** Random documents of a schema, most of them valid, with at most `depth` levels and three fields on each level. */
export const documents = (schema: GraphQLSchema, pool: Pool, depth = 4): fc.Arbitrary<string> => {
  const text = fc.constantFrom(
    'learning',
    'a b',
    'é',
    '"*',
    'NEAR(',
    '',
    '\u0000',
    '\u{1d49c}',
    "'; --",
    '//',
  );
  const scalar = (name: string, argument: string): fc.Arbitrary<string> => {
    if (name === 'ID') return fc.constantFrom(...pool.ids, 'nonsense', 'author:').map(quoted);
    if (name === 'Int')
      return fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(20, 100, 101, 2020)).map(String);
    if (name === 'Boolean') return fc.boolean().map(String);
    if (argument === 'after')
      return fc.oneof(fc.constantFrom(...pool.cursors), fc.base64String({ maxLength: 20 })).map(quoted);
    return text.map(quoted);
  };
  const value = (type: GraphQLInputType, argument: string): fc.Arbitrary<string> => {
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      return fc
        .array(value(nullable.ofType, argument), { minLength: 1, maxLength: 3 })
        .map((items) => `[${items.join(' ')}]`);
    }
    if (isEnumType(nullable))
      return mostly(fc.constantFrom(...nullable.getValues().map(({ name }) => name)), oddValue);
    if (isInputObjectType(nullable)) {
      return argumentList(Object.values(nullable.getFields())).map((fields) => `{${fields}}`);
    }
    return mostly(scalar(getNamedType(nullable).name, argument), oddValue);
  };
  /** All required arguments and some of the others. */
  const argumentList = (arguments_: readonly (GraphQLArgument | GraphQLInputField)[]): fc.Arbitrary<string> =>
    fc
      .tuple(
        ...arguments_.map(({ name, type }) => {
          const argument = value(type, name).map((each) => `${name}: ${each}`);
          return isNonNullType(type) ? argument : fc.option(argument, { nil: '', freq: 2 });
        }),
      )
      .map((each) => each.filter((part) => part !== '').join(' '));
  const field = (definition: GraphQLField<unknown, unknown>, levels: number): fc.Arbitrary<string> => {
    const type = getNamedType(definition.type);
    const subselection = isCompositeType(type) ? selection(type, levels - 1) : fc.constant('');
    return fc
      .tuple(fc.constantFrom('', '', 'a: ', 'b: '), argumentList(definition.args), subselection)
      .map(([alias, args, inner]) => `${alias}${definition.name}${args === '' ? '' : `(${args})`}${inner}`);
  };
  const selection = (type: GraphQLCompositeType, levels: number): fc.Arbitrary<string> => {
    const all = isUnionType(type) ? [] : Object.values(type.getFields());
    const fields = levels > 0 ? all : all.filter(({ type: each }) => !isCompositeType(getNamedType(each)));
    const choices = fields.map((each) => fc.constant(null).chain(() => field(each, levels)));
    const kinds = levels > 0 && isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    const fragments = kinds.map((kind) =>
      fc
        .constant(null)
        .chain(() => selection(kind, levels - 1))
        .map((inner) => `... on ${kind.name}${inner}`),
    );
    return fc
      .array(fc.oneof(fc.constant('__typename'), ...choices, ...fragments), { minLength: 1, maxLength: 3 })
      .map((parts) => ` { ${parts.join(' ')} }`);
  };
  const query = schema.getQueryType();
  if (!query) throw new TypeError('The schema has no query type.');
  return selection(query, depth);
};
