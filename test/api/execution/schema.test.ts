import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  buildClientSchema,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  getIntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  isTypeDefinitionNode,
  Kind,
  parse,
  type GraphQLNamedType,
  type IntrospectionQuery,
} from 'graphql';
import { executableSchema, typeDefinitions } from '../../../src/api/execution/executableSchema.ts';
import { served } from '../../support/api/served.ts';
import { describeUnless } from '../../support/describeUnless.ts';

interface Described {
  name: string;
  description?: string | null;
}

/** The type and its fields, arguments and values, which introspection describes, each with its path. */
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

describe('the schema as introspection returns it', () => {
  const api = served();
  const types = async (): Promise<GraphQLNamedType[]> => {
    const { data } = await api.ask(getIntrospectionQuery());
    const schema = buildClientSchema(data as IntrospectionQuery);
    return Object.values(schema.getTypeMap()).filter(
      (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
    );
  };

  it('has the arguments of a page, and only these names, on every connection', async () => {
    const fields = (await types()).flatMap((type) =>
      isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields()).map((field) => ({ type, field }))
        : [],
    );
    const pageArguments = ['first', 'after', 'last', 'before'];
    const connections = fields.filter(({ field }) => /Connection!?$/.test(String(field.type)));
    expect(connections.length).toBeGreaterThan(30);
    for (const { type, field } of connections) {
      const names = field.args.map(({ name }) => name).filter((name) => pageArguments.includes(name));
      expect([`${type.name}.${field.name}`, ...names]).toEqual([
        `${type.name}.${field.name}`,
        ...pageArguments,
      ]);
    }
  });

  it('describes every type, field, argument, input and enum value', async () => {
    const parts = (await types()).flatMap(partsOf);
    expect(parts.length).toBeGreaterThan(300);
    expect(parts.filter(([, { description }]) => !description).map(([path]) => path)).toEqual([]);
  });

  it('gives all connections the same fields, beside which they may have others', async () => {
    const connections = (await types()).filter(({ name }) => name.endsWith('Connection'));
    for (const connection of connections) {
      if (!isObjectType(connection)) throw new TypeError(`${connection.name} is not an object type`);
      const fields = connection.getFields();
      const shape = Object.fromEntries(
        Object.entries(fields).map(([name, { type }]) => [name, type.toString()]),
      );
      const edge = connection.name.replace(/Connection$/, 'Edge');
      const node = shape['nodes']?.replace(/[[\]!]/g, '') ?? '';
      expect(shape).toMatchObject({
        edges: `[${edge}!]!`,
        nodes: `[${node}!]!`,
        pageInfo: 'PageInfo!',
        totalCount: 'Int',
        ...('status' in shape && { status: 'ScoringStatus!' }),
      });
    }
  });
});

/** The agreed public schema, which this one may only extend; it leaves out connections that follow the pattern. */
const contractPath = join(process.cwd(), '..', 'shared', 'design', 'schema.graphql');
const missing = existsSync(contractPath) ? undefined : 'no ../shared/design';

describeUnless(missing, 'the agreed schema', () => {
  it('is contained in the schema, with its names, types, arguments and defaults', () => {
    const [firstRound = ''] = readFileSync(contractPath, 'utf8').split('# Second round');
    const agreed = parse(firstRound).definitions.filter(isTypeDefinitionNode);
    const names = new Set(agreed.map(({ name }) => name.value));
    const rest = typeDefinitions()
      .flatMap((text) => parse(text).definitions)
      .filter((definition) => isTypeDefinitionNode(definition) && !names.has(definition.name.value));
    const contract = buildASTSchema({ kind: Kind.DOCUMENT, definitions: [...agreed, ...rest] });
    const schema = executableSchema();
    expect(names.size).toBeGreaterThan(50);
    expect(findBreakingChanges(contract, schema)).toEqual([]);
    const changedDefaults = findDangerousChanges(contract, schema).filter(
      ({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE,
    );
    expect(changedDefaults).toEqual([]);
  });
});
