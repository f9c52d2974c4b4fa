import { GraphQLError, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { GraphError } from '../../../graph/errors.ts';
import { memoize } from '../../../graph/memoize.ts';
import type { BriefEntity, Entity } from '../../../graph/model/entities.ts';
import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import { kindOf, type EntityId } from '../../../graph/model/ids.ts';
import { kinds } from '../../../graph/model/kinds.ts';
import type { RelationName } from '../../../graph/model/relations.ts';
import { fieldArguments } from '../../limits/fieldArguments.ts';
import type { RequestContext } from '../../requestContext.ts';
import { neighborhoodPages, type NeighborhoodArguments } from '../neighbors/neighborhoodConnection.ts';
import { selectedParts } from '../../loading/connection.ts';
import type { Loaders } from '../../loading/loaders.ts';
import type { PageLoader, PagePart } from '../../loading/pageLoader.ts';
import { relationPages, type RelationArguments } from '../relations/relationConnection.ts';
import { relationFields } from '../relations/relationFields.ts';
import { selectedFields } from '../../loading/selection.ts';
import type { MaybePromise } from '../../loading/whenReady.ts';

/*
 * A query that begins with an id nearly always selects lists of neighbors of the entity, and the entity nearly always
 * exists. So these lists are read before it is known whether the entity exists, and the entity is read together with
 * the first of them. This takes one call to the store instead of two.
 */

/** A list of neighbors that the query selects of an entity. */
interface SelectedList {
  load: PageLoader<{ node: BriefEntity }>;
  parts: readonly PagePart[];
}

/**
 * Creates a function that reads an entity by any of its ids, and also reads the lists of neighbors that the query
 * selects. It returns null for an unknown id.
 */
export const entityReader = (
  { loaders }: RequestContext,
  info: GraphQLResolveInfo,
): ((id: EntityId) => Promise<Entity | null>) => {
  const listsOf = memoize((kind: EntityKind) => selectedLists(kind, loaders, info));
  const reads: MaybePromise<unknown>[] = [];
  /** Waits for all lists that were requested in the same tick of the event loop. */
  const settled = memoize(() => Promise.resolve().then(() => loaders.settledSoon(reads)));
  return async (id) => {
    const lists = listsOf(kindOf(id));
    if (lists.length > 0) {
      for (const { load, parts } of lists) for (const part of parts) reads.push(load(id, part));
      loaders.expectEntity(id);
      await settled(); // waits at most a fifth of the time limit, because a list may be slow
    }
    return loaders.entities.load(id); // makes no call to the store if the entity was read together with a list
  };
};

const selectedLists = (kind: EntityKind, loaders: Loaders, info: GraphQLResolveInfo): SelectedList[] => {
  const type = info.schema.getType(kinds[kind].typeName) as GraphQLObjectType;
  const fields = type.getFields();
  return selectedFields(info, type).flatMap((node) => {
    const field = fields[node.name.value];
    const parts = selectedParts({ ...info, fieldNodes: [node] });
    if (!field || parts.length === 0) return [];
    const load = ifValid(() => {
      // the cast is safe, because GraphQL has already checked the arguments
      const args: unknown = fieldArguments(field, node, info.variableValues);
      return listLoader(loaders, kind, field.name, args as ListArguments);
    });
    return load ? [{ load, parts }] : [];
  });
};

type ListArguments = RelationArguments & NeighborhoodArguments;

/** The loader that the resolver of a field uses, if the field lists neighbors; undefined for other fields. */
const listLoader = (
  loaders: Loaders,
  kind: EntityKind,
  field: string,
  args: ListArguments,
): PageLoader<{ node: BriefEntity }> | undefined => {
  if (field === 'neighbors') return neighborhoodPages(loaders, kind, args).load;
  const relations: Readonly<Record<string, RelationName>> = relationFields[kind];
  const relation = relations[field];
  return relation && relationPages(loaders, relation, args).load;
};

/**
 * Undefined if the arguments are invalid. The list of neighbors is then not prefetched, and the field's resolver
 * reports the error.
 */
const ifValid = <Value>(read: () => Value): Value | undefined => {
  try {
    return read();
  } catch (error) {
    if (error instanceof GraphError || error instanceof GraphQLError) return undefined;
    throw error;
  }
};
