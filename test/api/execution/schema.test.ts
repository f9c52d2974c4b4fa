import {
  buildClientSchema,
  getIntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type IntrospectionQuery,
} from 'graphql';
import { served } from '../../support/api/served.ts';

interface Described {
  name: string;
  description?: string | null;
}

/** Everything of a type that a reader of the documentation meets, with its path. */
const partsOf = (type: GraphQLNamedType): [string, Described][] => {
  const parts: [string, Described][] = [[type.name, type]];
  const add = (owner: string, each: Described) => parts.push([`${owner}.${each.name}`, each]);
  if (isEnumType(type)) for (const value of type.getValues()) add(type.name, value);
  if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) add(type.name, field);
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      add(type.name, field);
      for (const argument of field.args) add(`${type.name}.${field.name}`, argument);
    }
  }
  return parts;
};

describe('the schema, as introspection tells it', () => {
  const api = served();
  const types = async (): Promise<GraphQLNamedType[]> => {
    const { data } = await api.ask(getIntrospectionQuery());
    const schema = buildClientSchema(data as IntrospectionQuery);
    return Object.values(schema.getTypeMap()).filter(
      (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
    );
  };

  it('describes every type, field, argument, input and enum value', async () => {
    const parts = (await types()).flatMap(partsOf);
    expect(parts.length).toBeGreaterThan(300);
    expect(parts.filter(([, { description }]) => !description).map(([path]) => path)).toEqual([]);
  });

  it('gives every connection the one shape', async () => {
    const connections = (await types()).filter(({ name }) => name.endsWith('Connection'));
    for (const connection of connections) {
      if (!isObjectType(connection)) throw new TypeError(`${connection.name} is no object type`);
      const fields = connection.getFields();
      const shape = Object.fromEntries(
        Object.entries(fields).map(([name, { type }]) => [name, type.toString()]),
      );
      const edge = connection.name.replace(/Connection$/, 'Edge');
      const node = shape['nodes']?.replace(/[[\]!]/g, '') ?? '';
      expect(shape).toEqual({
        edges: `[${edge}!]!`,
        nodes: `[${node}!]!`,
        pageInfo: 'PageInfo!',
        totalCount: 'Int',
      });
    }
  });
});
