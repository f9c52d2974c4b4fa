import { badInput } from './errors.ts';
import { fitsOrder, type OrderKey, type SortValues } from './model/orders.ts';

/**
 * A cursor contains the list, its order and the sort values of an entry, but not the parent of the list. So a cursor
 * stays valid when entries are added before its entry, and it can be used for several parents.
 */
export const encodeCursor = (list: string, order: string, position: SortValues): string =>
  Buffer.from(JSON.stringify([list, order, ...position])).toString('base64url');

const LONGEST_CURSOR = 4096;

const decoded = (cursor: string): unknown[] | undefined => {
  if (cursor.length > LONGEST_CURSOR || !/^[\w-]+$/.test(cursor)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const notACursor = (argument: string): Error =>
  badInput(
    argument,
    `${argument} is not a cursor of this server. Use a cursor from an answer to the same query.`,
  );

/** The list and the order in a cursor. @throws GraphError BAD_USER_INPUT if the cursor is damaged. */
export const cursorOrigin = (cursor: string, argument = 'after'): { list: string; order: string } => {
  const [list, order] = decoded(cursor) ?? [];
  if (typeof list !== 'string' || typeof order !== 'string') {
    throw notACursor(argument);
  }
  return { list, order };
};

/**
 * The sort values in a cursor of this list and order.
 *
 * @throws GraphError BAD_USER_INPUT if the cursor is damaged or belongs to another list or order.
 */
export const decodeCursor = (
  cursor: string,
  list: string,
  order: string,
  keys: readonly OrderKey[],
  argument = 'after',
): SortValues => {
  const origin = cursorOrigin(cursor, argument);
  if (origin.list !== list || origin.order !== order) {
    throw badInput(
      argument,
      `${argument} is a cursor of another list: of ${origin.list} by ${origin.order}, not of ${list} by ${order}. Use a cursor from an answer to the same query.`,
    );
  }
  const position = (decoded(cursor) ?? []).slice(2);
  if (!fitsOrder(keys, position)) throw notACursor(argument);
  return position;
};
