import { decodeCursor, encodeCursor } from '../../../graph/cursor.ts';
import {
  correctionOrder,
  correctionPosition,
  correctionsOf,
  correctionsPage,
} from '../../../graph/corrections/correctionsPage.ts';
import type { EntityId } from '../../../graph/model/ids.ts';
import { connection } from '../../loading/connection.ts';
import { ROOT, type Loaders } from '../../loading/loaders.ts';
import { pageArguments, type ConnectionArguments } from '../../loading/pageArguments.ts';
import type { Correction, CorrectionConnection } from '../parents.ts';

/** The names of the list of corrections and of its only order, as cursors contain them. */
const LIST = 'corrections';
const ORDER = 'NEWEST';

/**
 * The corrections that are about an entity, or all corrections, the latest first.
 *
 * @throws GraphError BAD_USER_INPUT in the same cases as pageArguments, and for a cursor of another list.
 */
export const correctionsConnection = (
  loaders: Loaders,
  entityId: EntityId | undefined,
  args: ConnectionArguments,
): CorrectionConnection => {
  const request = pageArguments(args, (cursor, argument) =>
    decodeCursor(cursor, LIST, ORDER, correctionOrder, argument),
  );
  const load = async () => {
    const all = await loaders.corrections();
    if (entityId === undefined) return correctionsPage(all, request);
    const formerIds = (await loaders.formerIds.load(entityId)) ?? [];
    return correctionsPage(correctionsOf(all, [entityId, ...formerIds]), request);
  };
  const cursorOf = ({ node }: { node: Correction }) => encodeCursor(LIST, ORDER, correctionPosition(node));
  return connection({ load, cursorOf }, entityId ?? ROOT, undefined);
};
