import { badInput } from './errors.ts';
import { dayNumber } from './model/dayNumber.ts';
import type { Paper } from './model/entities.ts';
import type { EntityId } from './model/ids.ts';
import type { OrderKey, SortValues } from './model/orders.ts';
import type { Page } from './model/pages.ts';
import { paperOrders } from './model/relations.ts';

export const feedPeriods = ['DAY', 'WEEK', 'MONTH', 'YEAR'] as const;
export type FeedPeriod = (typeof feedPeriods)[number];
export type FeedOrder = 'NEWEST' | 'RISING';

/** Days as in dayNumber; both are inclusive. */
export interface DayRange {
  from?: number;
  to: number;
}

export interface FeedRequest {
  days: DayRange;
  /** Only papers of these entities, as in BreakdownRequest; ids that are not stored have none. */
  entityIds?: readonly EntityId[];
  /** Only these papers. */
  paperIds?: readonly EntityId[];
  orderBy: FeedOrder;
  /** 0–100. */
  first: number;
  /** A position from feedPosition. */
  after?: SortValues;
  /** As in PageRequest. */
  backward?: boolean;
}

export interface FeedEntry<Node = Paper> {
  node: Node;
  /** The number of stored papers of these days that cite the paper. */
  citationsInPeriod: number;
  /** The requested entities that the paper belongs to; see `entityIds` of FeedRequest. */
  matchedIds: readonly EntityId[];
}

export interface FeedPage<Node = Paper> extends Page<FeedEntry<Node>> {
  /** The number of all papers in the feed. */
  total: number;
  /** The requested entities that are not stored. */
  missingIds: readonly EntityId[];
}

/** The types of the sort values of an entry. */
export const feedOrders: Readonly<Record<FeedOrder, readonly OrderKey[]>> = {
  NEWEST: paperOrders.NEWEST,
  RISING: ['-papers', 'id'], // the number of citing papers
};

export const feedPosition = (orderBy: FeedOrder, { node, citationsInPeriod }: FeedEntry): SortValues =>
  orderBy === 'NEWEST'
    ? [0 - (dayNumber(node.date, node.year) ?? 0), node.id]
    : [0 - citationsInPeriod, node.id];

const daysOf: Readonly<Record<FeedPeriod, number>> = { DAY: 1, WEEK: 7, MONTH: 30, YEAR: 365 };

interface FeedDates {
  period?: FeedPeriod | null;
  since?: string | null;
  until?: string | null;
}

/** @throws GraphError BAD_USER_INPUT for a period together with a first day, and a first day after the last one. */
export const feedDays = ({ period, since, until }: FeedDates, today = new Date()): DayRange => {
  const to = dayNumber(until ?? today.toISOString().slice(0, 10), null) as number;
  if (period && since) {
    throw badInput('since', `since is ${since} and period is ${period}; a feed has only one of the two.`);
  }
  const from = period ? to - daysOf[period] + 1 : dayNumber(since ?? null, null);
  if (from === null) return { to };
  if (from > to)
    throw badInput('since', `since is ${since}; it must not be after the last day, ${until ?? 'today'}.`);
  return { from, to };
};
