import { encodeCursor } from '../../../graph/cursor.ts';
import { sortValues } from '../../../graph/model/orders.ts';
import { neighborhoodOrder, type Neighbor } from '../../../graph/slice/neighborhood.ts';

/**
 * The name of the list of all neighbors of an entity, as cursors contain it. These cursors contain a relation in place
 * of the name of an order.
 */
export const NEIGHBOR_LIST = 'neighbors';

/** The cursor of a neighbor in the list of all neighbors. */
export const neighborCursor = ({ relation, node, edge }: Neighbor): string =>
  encodeCursor(NEIGHBOR_LIST, relation, sortValues(neighborhoodOrder(relation), node, edge));
