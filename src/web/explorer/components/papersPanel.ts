import type { TemplateResult } from 'lit';
import type { PaperItemFragment, PaperOrder } from '../__generated__/graphql.ts';
import type { PagedList } from '../api/pagedList.ts';
import { paperOrderLabels } from '../labels.ts';
import { pagedItems } from './pagedItems.ts';
import { panel } from './panel.ts';
import { paperItem } from './paperItem.ts';
import { selectField } from './selectField.ts';

/** A panel with papers and a choice of their order. */
export const papersPanel = (
  list: PagedList<{ readonly node: PaperItemFragment }>,
  order: PaperOrder,
  onOrder: (order: PaperOrder) => void,
  empty = 'No papers are stored.',
): TemplateResult =>
  panel({
    id: 'papers',
    heading: 'Papers',
    count: list.total,
    control: selectField('Order of the papers', paperOrderLabels, order, onOrder),
    body: pagedItems(list, ({ node }) => paperItem(node), { empty, noun: 'papers' }, 'paper-list'),
  });
