import type * as inputs from '../../../__generated__/resolvers.ts';
import {
  entityDimensions,
  groupOrder,
  groupPosition,
  type Dimension,
  type PaperGroup,
} from '../../../graph/breakdown.ts';
import { decodeCursor, encodeCursor } from '../../../graph/cursor.ts';
import { badInput } from '../../../graph/errors.ts';
import { checkedId } from '../../../graph/model/checkedId.ts';
import { kindOf, shortened, type EntityId } from '../../../graph/model/ids.ts';
import { connection } from '../../loading/connection.ts';
import { ROOT, type Loaders } from '../../loading/loaders.ts';
import { pageArguments, type ConnectionArguments } from '../../loading/pageArguments.ts';
import { nonEmptyList } from '../filterFields.ts';
import { paperFilter } from '../paper/paperFilter.ts';
import type { BreakdownConnection } from '../parents.ts';

/**
 * The name of the list of paper groups in its cursors. These cursors contain the dimensions in place of the name of an
 * order.
 */
const LIST = 'breakdown';
const MOST_DIMENSIONS = 2;

interface BreakdownArguments extends ConnectionArguments {
  of: inputs.BreakdownScope;
  by: readonly Dimension[];
  values?: readonly string[] | null;
}

/**
 * The groups of papers by one or two dimensions; null if the entity of the scope is not stored.
 *
 * @throws GraphError BAD_USER_INPUT in the same cases as pageArguments and paperFilter, and for a malformed id, no
 *   dimension or more than two, a repeated dimension, COLLABORATOR without the id of an author, more than 100 values,
 *   and a cursor of other dimensions.
 */
export const breakdownConnection = async (
  loaders: Loaders,
  { of: scope, by, values, ...args }: BreakdownArguments,
): Promise<BreakdownConnection | null> => {
  const id = typeof scope.id === 'string' ? checkedId(scope.id, 'of.id') : undefined;
  checkDimensions(by, id);
  const order = by.join(' ');
  const page = pageArguments(args, (cursor, argument) =>
    decodeCursor(cursor, LIST, order, groupOrder(by), argument),
  );
  const filter = paperFilter(scope.filter, 'of.filter');
  const only = nonEmptyList(values, 'values')?.map((value) =>
    by[0] && entityDimensions.has(by[0]) ? checkedId(value, 'values') : value,
  );
  const entity = id === undefined ? undefined : await loaders.entities.load(id);
  if (entity === null) return null;
  const request = {
    ...{ by, ...page },
    ...(only && { values: only }),
    ...(entity && { entityId: entity.id }),
    ...(filter && { filter }),
  };
  const load = () => loaders.breakdown(request);
  const cursorOf = ({ node }: { node: PaperGroup }) => encodeCursor(LIST, order, groupPosition(node));
  return Object.assign(connection({ load, cursorOf }, ROOT, undefined), {
    paperCount: async () => (await load()).paperCount,
    sum: async () => (await load()).sum,
    ungroupedCount: async () => (await load()).ungroupedCount,
  });
};

const checkDimensions = (by: readonly Dimension[], id: EntityId | undefined): void => {
  if (by.length < 1 || by.length > MOST_DIMENSIONS) {
    throw badInput('by', `The argument "by" has ${by.length} members; it must have 1–${MOST_DIMENSIONS}.`);
  }
  if (new Set(by).size < by.length)
    throw badInput('by', `The argument "by" has ${by[0]} twice; give two different dimensions.`);
  if (!by.includes('COLLABORATOR') || (id !== undefined && kindOf(id) === 'AUTHOR')) return;
  const ofWhom = id === undefined ? 'of.id is missing' : `of.id is "${shortened(id)}"`;
  throw badInput(
    'by',
    `COLLABORATOR in the argument "by" needs the id of an author in of.id, but ${ofWhom}.`,
  );
};
