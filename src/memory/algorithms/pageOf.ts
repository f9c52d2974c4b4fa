import { reversedPage } from '../../graph/model/pages.ts';
import type { Steps } from './steps.ts';

/** How many entries are looked at between two pauses in which requests are served. */
const ENTRIES_PER_STEP = 2_000;

/** Returns a number for an entry. Lists are sorted by these numbers in ascending order. */
export type SortColumn = (entry: number) => number;

/** A list of entries. Entries are numbers: slots of a row, nodes of a kind, or counted neighbors. */
export interface EntryList {
  length: number;
  entry(index: number): number;
  /** Whether the entries are already in the order that the columns of the query define. */
  isRanked: boolean;
}

export interface PageQuery {
  first: number;
  columns: readonly SortColumn[];
  /** The position after which the page starts, as values of `columns`; undefined: the page starts at the beginning. */
  after: readonly number[] | undefined;
  /** Whether the list is read from its end; see PageRequest. */
  backward: boolean | undefined;
  passes: ((entry: number) => boolean) | undefined;
  /** Whether to count all entries of the list that pass `passes`, not only those of the page. */
  count: boolean;
}

export interface EntryPage {
  entries: number[];
  hasNext: boolean;
  hasPrevious: boolean;
  total: number | undefined;
}

/** Returns the entries of a list that belong to the page of a query. */
export const pageOf = function* (list: EntryList, query: PageQuery): Steps<EntryPage> {
  if (query.backward) return reversedPage(yield* forwardPage(reversedList(list), reversedQuery(query)));
  return yield* forwardPage(list, query);
};

const forwardPage = (list: EntryList, query: PageQuery): Steps<EntryPage> =>
  list.isRanked ? pageOfRanked(list, query) : pageOfUnranked(list, query);

const reversedList = (list: EntryList): EntryList => ({
  length: list.length,
  entry: (index) => list.entry(list.length - 1 - index),
  isRanked: list.isRanked,
});

const reversedQuery = (query: PageQuery): PageQuery => ({
  ...query,
  columns: query.columns.map((column) => (entry: number) => -column(entry)),
  after: query.after?.map((value) => -value),
});

const pageOfRanked = function* (list: EntryList, query: PageQuery): Steps<EntryPage> {
  const { first, passes } = query;
  const start = query.after === undefined ? 0 : firstAfter(list, query.columns, query.after);
  const entries: number[] = [];
  let hasNext = false;
  for (let index = start; index < list.length && !hasNext; index += 1) {
    if ((index - start + 1) % ENTRIES_PER_STEP === 0) yield;
    const entry = list.entry(index);
    if (passes && !passes(entry)) continue;
    if (entries.length < first) entries.push(entry);
    else hasNext = true;
  }
  let hasPrevious = false;
  for (let index = start - 1; index >= 0 && !hasPrevious; index -= 1) {
    if ((start - index) % ENTRIES_PER_STEP === 0) yield;
    hasPrevious = !passes || passes(list.entry(index));
  }
  const total = query.count ? yield* countOf(list, passes) : undefined;
  return { entries, hasNext, hasPrevious, total };
};

const pageOfUnranked = function* (list: EntryList, query: PageQuery): Steps<EntryPage> {
  const { after, columns, first, passes } = query;
  const best: number[] = [];
  let total = 0;
  let preceding = 0;
  for (let index = 0; index < list.length; index += 1) {
    if ((index + 1) % ENTRIES_PER_STEP === 0) yield;
    const entry = list.entry(index);
    if (passes && !passes(entry)) continue;
    total += 1;
    if (after !== undefined && compareWith(columns, entry, after) <= 0) preceding += 1;
    else insertIfBest(best, entry, columns, first + 1);
  }
  return {
    entries: best.slice(0, first),
    hasNext: best.length > first,
    hasPrevious: preceding > 0,
    total: query.count ? total : undefined,
  };
};

/**
 * Inserts an entry into the sorted list `best`, unless `best` already has `most` entries that come before it. Then
 * removes the last entry if `best` has more than `most` entries.
 */
const insertIfBest = (best: number[], entry: number, columns: readonly SortColumn[], most: number): void => {
  let place = best.length;
  while (place > 0 && compare(columns, entry, best[place - 1] ?? 0) < 0) place -= 1;
  if (place >= most) return;
  best.splice(place, 0, entry);
  if (best.length > most) best.pop();
};

const countOf = function* (list: EntryList, passes: PageQuery['passes']): Steps<number> {
  if (!passes) return list.length;
  let total = 0;
  for (let index = 0; index < list.length; index += 1) {
    if ((index + 1) % ENTRIES_PER_STEP === 0) yield;
    if (passes(list.entry(index))) total += 1;
  }
  return total;
};

/** The index of the first entry of a sorted list whose column values come after `after`. */
const firstAfter = (list: EntryList, columns: readonly SortColumn[], after: readonly number[]): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareWith(columns, list.entry(middle), after) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
};

const compare = (columns: readonly SortColumn[], left: number, right: number): number => {
  for (const column of columns) {
    const difference = column(left) - column(right);
    if (difference !== 0) return difference;
  }
  return 0;
};

const compareWith = (columns: readonly SortColumn[], entry: number, values: readonly number[]): number => {
  for (let index = 0; index < columns.length; index += 1) {
    const difference = (columns[index]?.(entry) ?? 0) - (values[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};
