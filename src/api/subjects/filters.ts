import type * as inputs from '../../__generated__/resolvers.ts';
import type { EntityKind } from '../../graph/model/entities.ts';
import { badInput } from '../../graph/errors.ts';
import type {
  AuthorFilter,
  CollaborationFilter,
  InstitutionFilter,
  PaperFilter,
  TopicFilter,
  YearRange,
} from '../../graph/model/filters.ts';
import { checkedId, shortened, type EntityId } from '../../graph/model/ids.ts';
import type { SuggestionFilter } from '../../graph/suggestions.ts';
import { checkedList } from '../limits/argumentLimits.ts';

/*
 * From a filter as a caller writes it to one as a store gets it: checked, ids in the spelling they are stored
 * under, and without what filters nothing (null, empty lists), so that equal questions look equal.
 */

type Optional<T> = T | null | undefined;

/** @throws GraphError BAD_USER_INPUT naming the field that is wrong, as in all of these. */
export const paperFilter = (input: Optional<inputs.PaperFilter>): PaperFilter | undefined =>
  input
    ? somethingOf({
        years: yearRange(input.years),
        paperTypes: members(input.paperTypes, 'filter.paperTypes'),
        venueNames: members(input.venueNames, 'filter.venueNames'),
        topicIds: ids(input.topicIds, 'filter.topicIds', 'TOPIC'),
        hasCode: input.hasCode ?? undefined,
      })
    : undefined;

export const collaborationFilter = (
  input: Optional<inputs.CollaborationFilter>,
): CollaborationFilter | undefined =>
  input
    ? somethingOf({
        years: yearRange(input.years),
        topicIds: ids(input.topicIds, 'filter.topicIds', 'TOPIC'),
        institutionIds: ids(input.institutionIds, 'filter.institutionIds', 'INSTITUTION'),
        venueNames: members(input.venueNames, 'filter.venueNames'),
        maxAuthorsPerPaper: atLeastOne(input.maxAuthorsPerPaper, 'filter.maxAuthorsPerPaper'),
        minPapers: aboveOne(atLeastOne(input.minPapers, 'filter.minPapers')),
      })
    : undefined;

export const suggestionFilter = (input: Optional<inputs.SuggestionFilter>): SuggestionFilter | undefined =>
  input
    ? somethingOf({
        activeSinceYear: year(input.activeSinceYear, 'filter.activeSinceYear'),
        institutionIds: ids(input.institutionIds, 'filter.institutionIds', 'INSTITUTION'),
        excludeInstitutionIds: ids(
          input.excludeInstitutionIds,
          'filter.excludeInstitutionIds',
          'INSTITUTION',
        ),
        topicIds: ids(input.topicIds, 'filter.topicIds', 'TOPIC'),
      })
    : undefined;

export const authorFilter = (input: Optional<inputs.AuthorFilter>): AuthorFilter | undefined =>
  input
    ? somethingOf({
        topicIds: ids(input.topicIds, 'filter.topicIds', 'TOPIC'),
        institutionIds: ids(input.institutionIds, 'filter.institutionIds', 'INSTITUTION'),
        countryCodes: countryCodes(input.countryCodes),
      })
    : undefined;

export const institutionFilter = (
  input: Optional<inputs.InstitutionFilter>,
): InstitutionFilter | undefined =>
  input
    ? somethingOf({
        countryCodes: countryCodes(input.countryCodes),
        institutionTypes: members(input.institutionTypes, 'filter.institutionTypes'),
      })
    : undefined;

export const topicFilter = (level: Optional<inputs.TopicLevel>): TopicFilter | undefined =>
  level ? { level } : undefined;

const LATEST_YEAR = 9999;

const yearRange = (input: Optional<inputs.YearRange>): YearRange | undefined => {
  if (!input) return undefined;
  const range = somethingOf({
    from: year(input.from, 'filter.years.from'),
    to: year(input.to, 'filter.years.to'),
  });
  if (range?.from !== undefined && range.to !== undefined && range.from > range.to) {
    throw badInput('filter.years', `filter.years is from ${range.from} to ${range.to}, which is backwards.`);
  }
  return range;
};

const year = (value: Optional<number>, argument: string): number | undefined => {
  if (value === null || value === undefined) return undefined;
  if (value < 0 || value > LATEST_YEAR) {
    throw badInput(argument, `${argument} is ${value}; a year must be 0–${LATEST_YEAR}.`);
  }
  return value;
};

const atLeastOne = (value: Optional<number>, argument: string): number | undefined => {
  if (value === null || value === undefined) return undefined;
  if (value < 1) throw badInput(argument, `${argument} is ${value}; it must be at least 1.`);
  return value;
};

/** A collaboration has a paper, so at least one filters nothing. */
const aboveOne = (value: number | undefined): number | undefined => (value === 1 ? undefined : value);

const members = <Item>(list: Optional<readonly Item[]>, argument: string): readonly Item[] | undefined =>
  list && list.length > 0 ? checkedList(list, argument) : undefined;

const ids = (
  list: Optional<readonly string[]>,
  argument: string,
  kind: EntityKind,
): readonly EntityId[] | undefined => members(list, argument)?.map((id) => checkedId(id, argument, kind));

const countryCodes = (list: Optional<readonly string[]>): readonly string[] | undefined =>
  members(list, 'filter.countryCodes')?.map((code) => {
    if (/^[A-Za-z]{2}$/.test(code)) return code.toUpperCase();
    throw badInput(
      'filter.countryCodes',
      `filter.countryCodes has "${shortened(code)}"; country codes have two letters (ISO 3166-1 alpha-2), for instance DE.`,
    );
  });

/** The filter without what is undefined; undefined where nothing is left. */
const somethingOf = <Filter extends object>(filter: Filter): Filter | undefined => {
  const defined = Object.entries(filter).filter(([, value]) => value !== undefined);
  return defined.length > 0 ? (Object.fromEntries(defined) as Filter) : undefined;
};
