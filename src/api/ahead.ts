import {
  getArgumentValues,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { Entity } from '../graph/entities.ts';
import { kindOf, type EntityId } from '../graph/ids.ts';
import type { Connection } from './connection.ts';
import type { RequestContext } from './context.ts';
import { typeNames } from './records.ts';
import { selectedFields } from './selection.ts';

/*
 * What a query begins at is nearly always there, and nearly always asked for a list of what is around it. So its
 * lists are begun before it is known to be there, and it comes with the first of them: one read, not two.
 */

/** The entity by any id; null where there is none. The lists selected of it are on their way then. */
export const entityAhead = async (
  id: EntityId,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Entity | null> => {
  const { loaders } = context;
  const lists = listsSelected(id, context, info);
  if (lists.length > 0) {
    loaders.expect(id);
    await soon(Promise.allSettled(lists.map((load) => load())));
  }
  return loaders.entities.load(id); // it is there already, or else it is read alone
};

/** How long an entity waits for a list that may never come, in milliseconds. */
const PATIENCE = 100;

const soon = async (work: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE)));
  await Promise.race([work, patience]);
  clearTimeout(timer);
};

type Loading = () => Promise<unknown>;

/** What reads each part that is selected of each list of the entity. What is wrong with one shows where it stands. */
const listsSelected = (id: EntityId, context: RequestContext, info: GraphQLResolveInfo): Loading[] => {
  const { fragments } = info;
  const kind = kindOf(id);
  const type = info.schema.getType(typeNames[kind]) as GraphQLObjectType;
  const isOf = (name: string): boolean =>
    name === type.name || type.getInterfaces().some((each) => each.name === name);
  return selectedFields(info, isOf).flatMap((node): Loading[] => {
    const field = type.getFields()[node.name.value];
    if (!field || !isOfNeighbors(field)) return [];
    if (node.directives?.length) return []; // one may say that it is not wanted
    try {
      const args = getArgumentValues(field, node, info.variableValues);
      const list = field.resolve?.({ id, kind }, args, context, info) as Connection<{ node: Entity }>;
      return selectedFields({ fieldNodes: [node], fragments }).flatMap((part): Loading[] => {
        const name = part.name.value;
        if (!isPart(name)) return [];
        return [async () => list[name]({}, context, { fieldNodes: [part], fragments })];
      });
    } catch {
      return []; // it fails again, and is told, when its turn comes
    }
  });
};

/** Suggestions are none, and come without the entity. */
const isOfNeighbors = ({ name, type }: GraphQLField<unknown, unknown>): boolean =>
  getNamedType(type).name.endsWith('Connection') && name !== 'suggestedCollaborators';

const parts = ['edges', 'nodes', 'pageInfo', 'totalCount'] as const;
const isPart = (name: string): name is (typeof parts)[number] => (parts as readonly string[]).includes(name);
