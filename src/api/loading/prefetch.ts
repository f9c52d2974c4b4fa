import {
  getArgumentValues,
  getNamedType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { Entity, EntityKind } from '../../graph/model/entities.ts';
import { kindOf, type EntityId } from '../../graph/model/ids.ts';
import type { Connection, ConnectionField } from './connection.ts';
import type { RequestContext } from '../execution/requestContext.ts';
import { typeNames } from '../subjects/records.ts';
import { selectedFields, type Selection } from './selection.ts';

/*
 * What a query begins at is nearly always there, and nearly always asked for a list of what is around it. So its
 * lists are begun before it is known to be there, and it comes with the first of them: one read, not two.
 */

/** Reads an entity by any id, null where there is none; the lists selected of it are on their way then. */
export const prefetchEntities = (
  context: RequestContext,
  info: GraphQLResolveInfo,
): ((id: EntityId) => Promise<Entity | null>) => {
  const { loaders } = context;
  const lists = new Map<EntityKind, ListAhead[]>();
  return async (id) => {
    const kind = kindOf(id);
    if (!lists.has(kind)) lists.set(kind, listsSelected(kind, context, info));
    const begun = lists.get(kind)?.flatMap((begin) => begin(id)) ?? [];
    if (begun.length > 0) {
      loaders.expect(id);
      // A list that may never come does not keep its entity; but a busy database is not to read it twice.
      await loaders.settledSoon(begun);
    }
    return loaders.entities.load(id); // it is there already, or else it is read alone
  };
};

/** Begins to read what is selected of a list of the entity. What is wrong with it shows where it stands. */
type ListAhead = (id: EntityId) => Promise<unknown>[];

const listsSelected = (kind: EntityKind, context: RequestContext, info: GraphQLResolveInfo): ListAhead[] => {
  const type = info.schema.getType(typeNames[kind]) as GraphQLObjectType;
  const isOf = (name: string): boolean =>
    name === type.name || type.getInterfaces().some((each) => each.name === name);
  return selectedFields(info, isOf).flatMap((node): ListAhead[] => {
    const field = type.getFields()[node.name.value];
    if (!field || !isOfNeighbors(field)) return [];
    if (node.directives?.length) return []; // one may say that it is not wanted
    try {
      const args = getArgumentValues(field, node, info.variableValues);
      const parts = partsSelected(node, info);
      return [
        (id) => {
          const list = listOf(field, { id, kind }, args, context, info);
          return list ? parts.map(([name, part]) => list.begin(name, part)) : [];
        },
      ];
    } catch {
      return []; // it fails again, and is told, when its turn comes
    }
  });
};

const listOf = (
  field: GraphQLField<unknown, unknown>,
  entity: Pick<Entity, 'id' | 'kind'>,
  args: Record<string, unknown>,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Connection<{ node: Entity }> | undefined => {
  try {
    return field.resolve?.(entity, args, context, info) as Connection<{ node: Entity }>;
  } catch {
    return undefined; // as above
  }
};

/** Suggestions are none, and come without the entity. */
const isOfNeighbors = ({ name, type }: GraphQLField<unknown, unknown>): boolean =>
  getNamedType(type).name.endsWith('Connection') && name !== 'suggestedCollaborators';

type Part = readonly [ConnectionField, Selection];

const partsSelected = (list: FieldNode, { fragments }: GraphQLResolveInfo): Part[] =>
  selectedFields({ fieldNodes: [list], fragments }).flatMap((part): Part[] => {
    const name = part.name.value;
    return isPart(name) ? [[name, { fieldNodes: [part], fragments }]] : [];
  });

const fields: readonly ConnectionField[] = ['edges', 'nodes', 'pageInfo', 'totalCount'];
const isPart = (name: string): name is ConnectionField => (fields as readonly string[]).includes(name);
