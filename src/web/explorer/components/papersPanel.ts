import type { TemplateResult } from 'lit';
import type { PaperItemFragment, PaperOrder } from '../__generated__/graphql.ts';
import type { PagedList } from '../api/pagedList.ts';
import { paperOrders } from './orders.ts';
import { choice, pagedItems, panel } from './panel.ts';
import { paperItem } from './paperItem.ts';

/** A list of papers whose order can be chosen. */
export const papersPanel = (
  list: PagedList<{ readonly node: PaperItemFragment }>,
  order: PaperOrder,
  chosen: (order: PaperOrder) => void,
  none = 'No papers are stored.',
): TemplateResult =>
  panel({
    id: 'papers',
    heading: 'Papers',
    count: list.total,
    control: choice('Order of the papers', paperOrders, order, chosen),
    body: pagedItems(list, ({ node }) => paperItem(node), { none, many: 'papers' }, 'paper-list'),
  });
