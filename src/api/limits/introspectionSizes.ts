import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Sizes } from './listSizes.ts';

const known = new WeakMap<GraphQLSchema, Sizes>();

/** How many members the lists have that a schema answers about itself: on average, so that the sums are right. */
export const introspectionSizes = (schema: GraphQLSchema): Sizes => {
  const sizes = known.get(schema) ?? measured(schema);
  known.set(schema, sizes);
  return sizes;
};

const measured = (schema: GraphQLSchema): Sizes => {
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
