import { badInput } from '../../graph/errors.ts';
import { checkedPageSize } from '../../graph/checks.ts';

/** The arguments of every connection. If the query gives only `last`, `first` is null in place of its default. */
export interface ConnectionArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** The page of a list that is requested; PageRequest explains the fields. */
export interface RequestedPage<Position> {
  first: number;
  after?: Position;
  backward?: true;
}

/**
 * Checks the arguments that choose a page: `first` with `after`, or `last` with `before`. An empty cursor counts as
 * null.
 *
 * @param positionOf decodes a cursor; `argument` is the name of the argument that has the cursor
 * @throws GraphError BAD_USER_INPUT for `first` and `last` together, `after` with `last`, `before` without `last`, and
 *   a size outside 0–100.
 */
export const pageArguments = <Position>(
  { first, after, last, before }: ConnectionArguments,
  positionOf: (cursor: string, argument: 'after' | 'before') => Position,
): RequestedPage<Position> => {
  const backward = typeof last === 'number';
  if (backward && typeof first === 'number') {
    throw badInput('last', `first is ${first} and last is ${last}; give only one of the two.`);
  }
  const [argument, cursor, otherCursor] = backward
    ? (['before', before, after] as const)
    : (['after', after, before] as const);
  if (otherCursor) {
    throw backward
      ? badInput(
          'after',
          'The argument "after" cannot be combined with "last". Use "first" with "after", or "last" with "before".',
        )
      : badInput(
          'before',
          'The argument "before" is given without "last", which is the number of entries before the cursor. Use "first" with "after", or "last" with "before".',
        );
  }
  return {
    first: backward ? checkedPageSize(last, 'last') : checkedPageSize(first ?? 0, 'first'),
    ...(cursor && { after: positionOf(cursor, argument) }),
    ...(backward && { backward }),
  };
};
