import { reversedPage } from '../../graph/model/pages.ts';

/** A value by which entries are ordered, ascending. */
export type SortColumn = (entry: number) => number;

/** A list of entries, which are slots of a row, nodes of a kind, or counted neighbors. */
export interface EntryList {
  length: number;
  entry(index: number): number;
  /** Whether the entries are already sorted by the columns. */
  isRanked: boolean;
}

export interface PageQuery {
  first: number;
  columns: readonly SortColumn[];
  /** The column values after which the page starts. */
  after: readonly number[] | undefined;
  /** Whether the list is read from its end; see PageRequest. */
  backward: boolean | undefined;
  passes: ((entry: number) => boolean) | undefined;
  /** Whether to count all entries that pass. */
  count: boolean;
}

export interface EntryPage {
  entries: number[];
  hasNext: boolean;
  hasPrevious: boolean;
  total: number | undefined;
}

/** Cuts the page of a query out of a list. */
export const pageOf = (list: EntryList, query: PageQuery): EntryPage => {
  if (query.backward) return reversedPage(forwardPage(reversedList(list), reversedQuery(query)));
  return forwardPage(list, query);
};

const forwardPage = (list: EntryList, query: PageQuery): EntryPage =>
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

const pageOfRanked = (list: EntryList, query: PageQuery): EntryPage => {
  const { first, passes } = query;
  const start = query.after === undefined ? 0 : firstAfter(list, query.columns, query.after);
  const entries: number[] = [];
  let hasNext = false;
  for (let index = start; index < list.length && !hasNext; index += 1) {
    const entry = list.entry(index);
    if (passes && !passes(entry)) continue;
    if (entries.length < first) entries.push(entry);
    else hasNext = true;
  }
  let hasPrevious = false;
  for (let index = start - 1; index >= 0 && !hasPrevious; index -= 1)
    hasPrevious = !passes || passes(list.entry(index));
  return { entries, hasNext, hasPrevious, total: query.count ? countOf(list, passes) : undefined };
};

const pageOfUnranked = (list: EntryList, query: PageQuery): EntryPage => {
  const { after, columns, first, passes } = query;
  const best: number[] = [];
  let total = 0;
  let preceding = 0;
  for (let index = 0; index < list.length; index += 1) {
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

/** Inserts an entry into the sorted first ones, of which there are at most `most`. */
const insertIfBest = (best: number[], entry: number, columns: readonly SortColumn[], most: number): void => {
  let place = best.length;
  while (place > 0 && compare(columns, entry, best[place - 1] ?? 0) < 0) place -= 1;
  if (place >= most) return;
  best.splice(place, 0, entry);
  if (best.length > most) best.pop();
};

const countOf = (list: EntryList, passes: PageQuery['passes']): number => {
  if (!passes) return list.length;
  let total = 0;
  for (let index = 0; index < list.length; index += 1) if (passes(list.entry(index))) total += 1;
  return total;
};

/** The index of the first entry of a sorted list that comes after the values. */
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
