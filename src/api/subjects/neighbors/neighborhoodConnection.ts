import { cursorOrigin, decodeCursor } from '../../../graph/cursor.ts';
import { badInput } from '../../../graph/errors.ts';
import type { BriefEntity } from '../../../graph/model/entities.ts';
import type { EntityKind } from '../../../graph/model/entityKinds.ts';
import type { RelationName, RelationKind } from '../../../graph/model/relations.ts';
import {
  neighborhoodOrder,
  neighborhoodRelations,
  type Neighbor,
  type NeighborhoodPosition,
} from '../../../graph/slice/neighborhood.ts';
import { checkedList } from '../../../graph/checks.ts';
import { connection } from '../../loading/connection.ts';
import type { Loaders } from '../../loading/loaders.ts';
import { pageArguments, type ConnectionArguments } from '../../loading/pageArguments.ts';
import { noPage, type PageSource } from '../../loading/pageLoader.ts';
import type { NeighborConnection } from '../parents.ts';
import { NEIGHBOR_LIST, neighborCursor } from './neighborCursor.ts';

export interface NeighborhoodArguments extends ConnectionArguments {
  kinds?: readonly EntityKind[] | null;
  relations?: readonly RelationKind[] | null;
}

/**
 * Pages of the neighbors of an entity along several relations, as one list.
 *
 * @throws GraphError BAD_USER_INPUT in the same cases as pageArguments, and for more than 100 `kinds` or `relations`, a
 *   cursor of another list, and a cursor in a relation that is not requested or that this kind does not have.
 */
export const neighborhoodPages = (
  loaders: Loaders,
  kind: EntityKind,
  args: NeighborhoodArguments,
): PageSource<Neighbor> => {
  const relations = neighborhoodRelations(
    kind,
    checkedList(args.kinds ?? [], 'kinds'),
    checkedList(args.relations ?? [], 'relations'),
  );
  const page = pageArguments(args, (cursor, argument) => positionOf(cursor, argument, relations));
  return {
    load: relations.length === 0 ? async () => noPage : loaders.neighborhood(relations, page),
    cursorOf: neighborCursor,
  };
};

/** The neighbors of an entity along several relations, as one list. @throws the same errors as neighborhoodPages. */
export const neighborhoodConnection = (
  loaders: Loaders,
  parent: BriefEntity,
  args: NeighborhoodArguments,
): NeighborConnection => connection(neighborhoodPages(loaders, parent.kind, args), parent.id, undefined);

const positionOf = (
  cursor: string,
  argument: string,
  relations: readonly RelationName[],
): NeighborhoodPosition => {
  const { list, order } = cursorOrigin(cursor, argument);
  const relation = relations.find((name) => name === order);
  if (list === NEIGHBOR_LIST && relation === undefined) {
    throw badInput(
      argument,
      `${argument} is a cursor in the relation ${order}, which is not among the requested relations of this entity.`,
    );
  }
  const position = decodeCursor(
    cursor,
    NEIGHBOR_LIST,
    order,
    relation ? neighborhoodOrder(relation) : [],
    argument,
  );
  return { relation: order as RelationName, position };
};
