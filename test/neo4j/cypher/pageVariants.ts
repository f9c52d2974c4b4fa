import type { OrderKey, SortValue } from '../../../src/graph/model/orders.ts';
import type { PageRequest } from '../../../src/graph/model/pages.ts';

/**
 * Representative pages of a list: every order, every filter, and each option of a page both on and off. Options lead
 * to independent parts of a statement, so combinations of them show nothing new.
 */
export const pageVariants = <Filter extends object>(
  orders: Readonly<Record<string, readonly OrderKey[]>>,
  filters: readonly Filter[],
): { variant: string; page: PageRequest<Filter> }[] => {
  const [order = []] = Object.values(orders);
  const after = positionIn(order);
  const first: PageRequest<Filter> = { first: 10, order, count: false };
  return [
    ...Object.entries(orders).map(([name, keys]) => ({ variant: name, page: { ...first, order: keys } })),
    { variant: 'next page, counted, brief', page: { ...first, after, count: true, brief: true } },
    { variant: 'last page before a position', page: { ...first, after, backward: true } },
    ...filters.map((filter) => ({
      variant: `filtered by ${Object.keys(filter).join(', ')}, next page, counted`,
      page: { ...first, filter, after, count: true },
    })),
  ];
};

/** A position in an order. Sort values of descending orders are negated. */
const positionIn = (order: readonly OrderKey[]): SortValue[] =>
  order.map((key) => (['folded', 'name', 'id'].includes(key) ? 'a' : -3));
