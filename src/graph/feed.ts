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

/** A range of days, as days since 1970-01-01. Both ends are inclusive. */
export interface DayRange {
  from?: number;
  to: number;
}

export interface FeedRequest {
  days: DayRange;
  /**
   * Only papers by, about or from one of these entities, or papers that cite one of these papers. Ids that are not
   * stored have no papers.
   */
  entityIds?: readonly EntityId[];
  /** Only papers with these ids. */
  paperIds?: readonly EntityId[];
  orderBy: FeedOrder;
  /** The maximum number of entries of the page, 0–100. */
  first: number;
  /** The position after which the page starts, made by feedPosition. */
  after?: SortValues;
  /** Reads the list from its end; see PageRequest. */
  backward?: boolean;
}

export interface FeedEntry<Node = Paper> {
  node: Node;
  /** The number of stored papers from the days of the request that cite the paper. */
  citationsInPeriod: number;
  /** Those of the requested `entityIds` to which the paper belongs. */
  matchedIds: readonly EntityId[];
}

export interface FeedPage<Node = Paper> extends Page<FeedEntry<Node>> {
  /** The number of all papers in the feed. */
  total: number;
  /** The requested entities that are not stored. */
  missingIds: readonly EntityId[];
}

/** The orders of a feed. Each key gives the type of one sort value of a cursor. */
export const feedOrders: Readonly<Record<FeedOrder, readonly OrderKey[]>> = {
  NEWEST: paperOrders.NEWEST,
  RISING: ['-papers', 'id'], // the key -papers stands for the number of citing papers in the period
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

/**
 * @throws GraphError BAD_USER_INPUT if both `period` and `since` are given, or if the first day is after the last day.
 */
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
