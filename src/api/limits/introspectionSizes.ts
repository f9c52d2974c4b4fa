import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { ListSizes } from './fieldCosts.ts';

const sizesOfSchemas = new WeakMap<GraphQLSchema, ListSizes>();

/**
 * The average length of each list in the introspection of a schema. With averages, the cost of nested lists is exact:
 * the average lengths of two nested lists, multiplied, give the total number of items.
 */
export const introspectionSizes = (schema: GraphQLSchema): ListSizes => {
  const sizes = sizesOfSchemas.get(schema) ?? averageSizes(schema);
  sizesOfSchemas.set(schema, sizes);
  return sizes;
};

const averageSizes = (schema: GraphQLSchema): ListSizes => {
  const types = Object.values(schema.getTypeMap());
  const withFields = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const fields = withFields.flatMap((type) => Object.values(type.getFields()));
  const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0);
  return {
    types: types.length,
    directives: schema.getDirectives().length,
    fields: fields.length / types.length,
    args: sum(fields.map(({ args }) => args.length)) / fields.length,
    inputFields:
      sum(types.filter(isInputObjectType).map((type) => Object.keys(type.getFields()).length)) / types.length,
    enumValues: sum(types.filter(isEnumType).map((type) => type.getValues().length)) / types.length,
    interfaces: sum(withFields.map((type) => type.getInterfaces().length)) / types.length,
    possibleTypes:
      sum(types.filter(isInterfaceType).map((type) => schema.getPossibleTypes(type).length)) / types.length,
  };
};
