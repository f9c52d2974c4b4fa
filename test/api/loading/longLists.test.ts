import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { executableSchema } from '../../../src/api/execution/executableSchema.ts';
import { ADA, BO, ONE } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

/* Every list that a caller may send, as the schema has them. */

const GRAPHS = 'topic:topic:graphs';

/** A query for a field of each type whose fields have arguments. */
const ways: Readonly<Record<string, (field: string) => string>> = {
  Query: (field) => `{ ${field} }`,
  Mutation: (field) => `{ ${field} }`,
  Author: (field) => `{ author(id: "${ADA}") { ${field} } }`,
  Paper: (field) => `{ paper(id: "${ONE}") { ${field} } }`,
  Topic: (field) => `{ topic(id: "${GRAPHS}") { ${field} } }`,
  Institution: (field) => `{ institution(id: "institution:ror:01y9bpm73") { ${field} } }`,
  Collaboration: (field) => `{ collaboration(from: "${ADA}", to: "${BO}") { ${field} } }`,
};

/** Values of the required arguments. */
const needed: Readonly<Record<string, string>> = {
  from: `"${ADA}"`,
  to: `"${BO}"`,
  text: '"ada"',
  about: '{ text: "ada" }',
  of: '{}',
  by: '[YEAR]',
  prefix: '"ada"',
  ids: `["${ADA}"]`,
  authorId: `"${ADA}"`,
};

interface LongList {
  /** The name of the argument, and of the field of its input object. */
  name: string;
  document: string;
  /** The value of the argument, with `length` members in the list. */
  value: unknown;
  length: number;
}

const MOST = 10_000;
const LARGEST_VALUE = 95_000;

/** A valid member of a list; short, so that many fit into a request. */
const memberOf = (type: GraphQLInputType, name: string): unknown => {
  const named = getNamedType(type);
  if (isEnumType(named))
    return named
      .getValues()
      .map((each) => each.name)
      .sort((a, b) => a.length - b.length)[0];
  if (isInputObjectType(named)) return { scheme: 'DOI', value: '' };
  if (/institutionIds/i.test(name)) return 'institution:s2:1';
  return name === 'topicIds' ? 'topic:s2:1' : name === 'countryCodes' ? 'DE' : 'author:s2:1';
};

const many = (type: GraphQLInputType, name: string): unknown[] => {
  const member = memberOf(type, name);
  const length = Math.min(MOST, Math.floor(LARGEST_VALUE / (JSON.stringify(member).length + 1)));
  return Array<unknown>(length).fill(member);
};

/** The lists in a value of a type, by name, each with a value in which the list is long. */
const listsIn = (
  type: GraphQLInputType,
  name: string,
): { name: string; value: unknown; length: number }[] => {
  const given = getNullableType(type);
  if (isListType(given)) {
    const value = many(given, name.split('.').at(-1) ?? '');
    return [{ name, value, length: value.length }];
  }
  if (!isInputObjectType(given)) return [];
  return Object.values(given.getFields()).flatMap((field) =>
    listsIn(field.type, `${name}.${field.name}`).map((list) => ({
      ...list,
      value: { [field.name]: list.value },
    })),
  );
};

const longLists = (parent: string, field: GraphQLField<unknown, unknown>): LongList[] =>
  field.args.flatMap((argument: GraphQLArgument) =>
    listsIn(argument.type, argument.name).map((list) => {
      const others = field.args
        .filter(({ name, type }) => name !== argument.name && String(type).endsWith('!') && name in needed)
        .map(({ name }) => `${name}: ${field.name === 'topicPaths' ? `"${GRAPHS}"` : needed[name]}`);
      const given = [...others, `${argument.name}: $value`].join(', ');
      const selected =
        isObjectType(getNamedType(field.type)) || /^\[?(?:Entity|Node)/.test(String(field.type));
      const asked = `${field.name}(${given})${selected ? ' { __typename }' : ''}`;
      const way = ways[parent];
      if (!way) throw new Error(`How does one come to ${parent}.${field.name}?`);
      const operation = parent === 'Mutation' ? 'mutation' : 'query';
      return { ...list, document: `${operation} ($value: ${String(argument.type)}) ${way(asked)}` };
    }),
  );

const cases = Object.values(executableSchema().getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) =>
      longLists(type.name, field).map((list) => ({ place: `${type.name}.${field.name}`, ...list })),
    ),
  );

describe('a list that is too long', () => {
  const api = served();

  it('can be sent in many arguments', () => {
    expect(cases.length).toBeGreaterThan(40);
  });

  it.each(cases)('is refused in $name of $place', async ({ name, document, value, length }) => {
    const { errors } = await api.ask(document, { value });
    expect(errors).not.toEqual([]);
    for (const { message, extensions } of errors) {
      expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: name });
      expect(message.replaceAll('"', '')).toContain(`${name} has ${length} members; `);
    }
  });
});
