import {
  getNamedType,
  isLeafType,
  isObjectType,
  parse,
  validate,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { cooperativeScheduler } from '../../graph/cooperativeScheduler.ts';

/**
 * The number of times that each document is validated. After three rounds, validating a new document takes a quarter of the time that
 * it takes without a warm-up.
 */
const ROUNDS = 3;

/**
 * Parses and validates typical documents, so that Node.js has compiled the code that does this before the first clients
 * need it. This takes about 0.1 s of processor time, with pauses in which requests are answered.
 */
export const warmUpValidation = async (schema: GraphQLSchema): Promise<void> => {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const document of typicalDocuments(schema)) {
      await cooperativeScheduler.nextSlice();
      validate(schema, parse(document));
    }
  }
};

/**
 * Returns one query for each connection field of each kind of entity. It selects all scalar and enum fields without
 * arguments, both of the entity and of the nodes of the connection.
 */
export const typicalDocuments = (schema: GraphQLSchema): string[] =>
  schema.getPossibleTypes(schema.getType('Entity') as GraphQLInterfaceType).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const node = nodeType(getNamedType(field.type));
      if (!node) return [];
      const nodes = `nodes { ${simpleFields(node)} } edges { cursor node { __typename } }`;
      return `query ($id: ID!) { node(id: $id) { id ... on ${type.name} {
        ${simpleFields(type)} ${field.name}(first: 10) { totalCount ${nodes} } } } }`;
    }),
  );

/** The type of the nodes of a connection; undefined for other types. */
const nodeType = (type: GraphQLNamedType): GraphQLNamedType | undefined => {
  const nodes = isObjectType(type) ? type.getFields()['nodes'] : undefined;
  return nodes && getNamedType(nodes.type);
};

const simpleFields = (type: GraphQLNamedType): string =>
  Object.values(isObjectType(type) ? type.getFields() : {})
    .filter((field) => field.args.length === 0 && isLeafType(getNamedType(field.type)))
    .map(({ name }) => name)
    .concat('__typename')
    .join(' ');
