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

/** What documents are drawn from beside the schema. */
export interface Pool {
  ids: readonly string[];
  cursors: readonly string[];
}

/** Mostly the first: documents should get past validation often enough to reach the store. */
const mostly = (likely: fc.Arbitrary<string>, rarely: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 30, arbitrary: likely }, { weight: 1, arbitrary: rarely });

const quoted = (text: string): string => JSON.stringify(text);
const anything = fc.constantFrom(
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

/**
 * Documents of a schema: some fields with some arguments, a few levels deep, most of them valid. Sizes are bounded
 * by `depth`, and by at most three fields a level.
 */
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
      return mostly(fc.constantFrom(...nullable.getValues().map(({ name }) => name)), anything);
    if (isInputObjectType(nullable)) {
      return given(Object.values(nullable.getFields())).map((fields) => `{${fields}}`);
    }
    return mostly(scalar(getNamedType(nullable).name, argument), anything);
  };
  /** Those that must be given, and some of the others. */
  const given = (arguments_: readonly (GraphQLArgument | GraphQLInputField)[]): fc.Arbitrary<string> =>
    fc
      .tuple(
        ...arguments_.map(({ name, type }) => {
          const written = value(type, name).map((each) => `${name}: ${each}`);
          return isNonNullType(type) ? written : fc.option(written, { nil: '', freq: 2 });
        }),
      )
      .map((each) => each.filter((part) => part !== '').join(' '));
  const field = (of: GraphQLField<unknown, unknown>, left: number): fc.Arbitrary<string> => {
    const type = getNamedType(of.type);
    const selected = isCompositeType(type) ? selection(type, left - 1) : fc.constant('');
    return fc
      .tuple(fc.constantFrom('', '', 'a: ', 'b: '), given(of.args), selected)
      .map(([alias, args, inner]) => `${alias}${of.name}${args === '' ? '' : `(${args})`}${inner}`);
  };
  const selection = (type: GraphQLCompositeType, left: number): fc.Arbitrary<string> => {
    const all = isUnionType(type) ? [] : Object.values(type.getFields());
    const fields = left > 0 ? all : all.filter(({ type: each }) => !isCompositeType(getNamedType(each)));
    const choices = fields.map((each) => fc.constant(null).chain(() => field(each, left)));
    const kinds = left > 0 && isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    const fragments = kinds.map((kind) =>
      fc
        .constant(null)
        .chain(() => selection(kind, left - 1))
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
