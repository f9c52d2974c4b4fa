import { html, type TemplateResult } from 'lit';
import type { PaperItemFragment, PaperOrder } from '../__generated__/graphql.ts';
import type { PagedList } from '../api/pagedList.ts';
import { paperOrderLabels } from '../labels.ts';
import { csvButton } from './csvButton.ts';
import { paperColumns } from './csvColumns.ts';
import { pagedItems } from './pagedItems.ts';
import { panel } from './panel.ts';
import { paperItem } from './paperItem.ts';
import { selectField } from './selectField.ts';

/** A panel with papers and a choice of their order. @param owner the name of the entity whose papers they are */
export const papersPanel = (
  list: PagedList<{ readonly node: PaperItemFragment }>,
  order: PaperOrder,
  onOrder: (order: PaperOrder) => void,
  owner: string,
  empty = 'No papers are stored.',
): TemplateResult =>
  panel({
    id: 'papers',
    heading: 'Papers',
    count: list.total,
    control: html`${selectField('Order of the papers', paperOrderLabels, order, onOrder)}
    ${csvButton(list, `${owner} papers`, paperColumns)}`,
    body: pagedItems(list, ({ node }) => paperItem(node), { empty, noun: 'papers' }, 'paper-list'),
  });
