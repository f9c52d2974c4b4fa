import { cursorOrigin, decodeCursor, encodeCursor } from '../../../graph/cursor.ts';
import type { BriefEntity, EntityKind } from '../../../graph/model/entities.ts';
import { badInput } from '../../../graph/errors.ts';
import {
  neighborhoodOrder,
  neighborhoodRelations,
  type Neighbor,
  type NeighborhoodPosition,
} from '../../../graph/slice/neighborhood.ts';
import { sortValues } from '../../../graph/model/orders.ts';
import type { RelationKind, RelationName } from '../../../graph/model/relations.ts';
import { checkedFirst, checkedList } from '../../limits/argumentLimits.ts';
import { connection } from '../../loading/connection.ts';
import type { Loaders } from '../../loading/loaders.ts';
import type { NeighborConnection } from '../records.ts';

/** What cursors of the joined list call it; in place of an order they name the relation they stand in. */
const LIST = 'neighbors';

interface NeighborhoodArguments {
  kinds?: readonly EntityKind[] | null;
  relations?: readonly RelationKind[] | null;
  first: number;
  after?: string | null;
}

/**
 * Everything one step away from an entity.
 *
 * @throws GraphError BAD_USER_INPUT for a `first` outside 0–100, more than 100 `kinds` or `relations`, and a
 *   cursor of another list or of a relation that does not start at this kind or is not asked for.
 */
export const neighborhoodConnection = (
  loaders: Loaders,
  parent: BriefEntity,
  args: NeighborhoodArguments,
): NeighborConnection => {
  const kinds = checkedList(args.kinds ?? [], 'kinds');
  const relations = neighborhoodRelations(parent.kind, kinds, checkedList(args.relations ?? [], 'relations'));
  const after = typeof args.after === 'string' ? positionOf(args.after, relations) : undefined;
  const page = { first: checkedFirst(args.first), ...(after && { after }) };
  const load = relations.length === 0 ? nowhere : loaders.neighborhood(relations, page);
  return connection({ load: (want) => load(parent.id, want), cursorOf: neighborCursor, origin: undefined });
};

/** Continues the joined list behind a neighbor. */
export const neighborCursor = ({ relation, node, edge }: Neighbor): string =>
  encodeCursor(LIST, relation, sortValues(neighborhoodOrder(relation), node, edge));

const nowhere = () => Promise.resolve({ entries: [], hasNext: false, hasPrevious: false, total: 0 });

const positionOf = (cursor: string, relations: readonly RelationName[]): NeighborhoodPosition => {
  const { list, order } = cursorOrigin(cursor);
  const relation = relations.find((name) => name === order);
  if (list === LIST && relation === undefined) {
    throw badInput(
      'after',
      `after is a cursor in ${order}, which is none of the relations asked for at this entity.`,
    );
  }
  const position = decodeCursor(cursor, LIST, order, relation ? neighborhoodOrder(relation) : []);
  return { relation: order as RelationName, position };
};
