import type * as inputs from '../../__generated__/resolvers.ts';
import { badInput } from '../../graph/errors.ts';
import type { EntityKind } from '../../graph/model/entityKinds.ts';
import type { YearRange } from '../../graph/model/filters.ts';
import { checkedId } from '../../graph/model/checkedId.ts';
import { shortened, type EntityId } from '../../graph/model/ids.ts';
import { checkedList } from '../../graph/checks.ts';

/*
 * Functions for fields that several filters have. Each function checks the value that a client sends and converts it to
 * the form for a store: ids in their stored spelling, null and empty lists as undefined. Each function throws
 * GraphError BAD_USER_INPUT with the name of the wrong field.
 */

export type Optional<Value> = Value | null | undefined;

const LATEST_YEAR = 9999;

export const yearRange = (
  input: Optional<inputs.YearRange>,
  argument = 'filter.years',
): YearRange | undefined => {
  if (!input) return undefined;
  const range = definedFields({
    from: year(input.from, `${argument}.from`),
    to: year(input.to, `${argument}.to`),
  });
  if (range?.from !== undefined && range.to !== undefined && range.from > range.to) {
    throw badInput(
      argument,
      `${argument} is from ${range.from} to ${range.to}; "from" must not be after "to".`,
    );
  }
  return range;
};

export const year = (value: Optional<number>, argument: string): number | undefined => {
  if (value === null || value === undefined) return undefined;
  if (value < 0 || value > LATEST_YEAR) {
    throw badInput(argument, `${argument} is ${value}; a year must be 0–${LATEST_YEAR}.`);
  }
  return value;
};

export const positiveNumber = (value: Optional<number>, argument: string): number | undefined => {
  if (value === null || value === undefined) return undefined;
  if (value < 1) throw badInput(argument, `${argument} is ${value}; it must be at least 1.`);
  return value;
};

/** Checks a list. Undefined for an empty list, because it excludes nothing. */
export const nonEmptyList = <Item>(
  list: Optional<readonly Item[]>,
  argument: string,
): readonly Item[] | undefined => (list && list.length > 0 ? checkedList(list, argument) : undefined);

export const idList = (
  list: Optional<readonly string[]>,
  argument: string,
  kind: EntityKind,
): readonly EntityId[] | undefined =>
  nonEmptyList(list, argument)?.map((id) => checkedId(id, argument, kind));

export const countryCodes = (list: Optional<readonly string[]>): readonly string[] | undefined =>
  nonEmptyList(list, 'filter.countryCodes')?.map((code) => {
    if (/^[A-Za-z]{2}$/.test(code)) return code.toUpperCase();
    throw badInput(
      'filter.countryCodes',
      `filter.countryCodes contains "${shortened(code)}"; a country code has two letters (ISO 3166-1 alpha-2), for example DE.`,
    );
  });

/** Removes the undefined fields of a filter, so that equal filters are equal as JSON. Undefined if no field remains. */
export const definedFields = <Filter extends object>(filter: Filter): Filter | undefined => {
  const defined = Object.entries(filter).filter(([, value]) => value !== undefined);
  return defined.length > 0 ? (Object.fromEntries(defined) as Filter) : undefined;
};
