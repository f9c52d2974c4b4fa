import { getNamedType, isEnumType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { executableSchema } from '../../../src/api/execution/executableSchema.ts';
import { relationFields } from '../../../src/api/subjects/relations/relationFields.ts';
import { entityKinds } from '../../../src/graph/model/entityKinds.ts';
import { kinds } from '../../../src/graph/model/kinds.ts';
import { relationRow, relationsFrom, type RelationName } from '../../../src/graph/model/relations.ts';

const filterTypes = { papers: 'PaperFilter', collaborations: 'CollaborationFilter', none: undefined };

describe.each(entityKinds)('the relation fields of %s', (kind) => {
  const type = executableSchema().getType(kinds[kind].typeName) as GraphQLObjectType;
  const fields = Object.entries<RelationName>(relationFields[kind]).map(
    ([name, relation]): [string, RelationName] => [name, relation],
  );

  const argumentType = (field: GraphQLField<unknown, unknown>, name: string) => {
    const argument = field.args.find((each) => each.name === name);
    return argument && getNamedType(argument.type);
  };

  it('are all relations that start at the kind', () => {
    expect(fields.map(([, relation]) => relation).sort()).toEqual(relationsFrom(kind).sort());
  });

  it.each(fields)('%s has the node type, the filter and the orders of %s', (name, relation) => {
    const row = relationRow(relation);
    const field = type.getFields()[name]!;
    const connection = getNamedType(field.type) as GraphQLObjectType;
    expect(getNamedType(connection.getFields()['nodes']!.type).name).toBe(kinds[row.to].typeName);
    expect(argumentType(field, 'filter')?.name).toBe(filterTypes[row.filter]);
    const orderType = argumentType(field, 'orderBy');
    const orders = isEnumType(orderType) ? orderType.getValues().map((value) => value.name) : [];
    expect(orders.sort()).toEqual(orderType ? Object.keys(row.orders).sort() : []);
  });
});
