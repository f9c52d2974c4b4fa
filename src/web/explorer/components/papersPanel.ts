import { html, type TemplateResult } from 'lit';
import type { PaperFilter, PaperItemFragment, PaperOrder } from '../__generated__/graphql.ts';
import type { PagedList } from '../api/pagedList.ts';
import { paperOrderLabels } from '../labels.ts';
import { csvButton } from './csvButton.ts';
import { paperColumns } from './csvColumns.ts';
import './paperFacets.ts';
import type { PaperFilterEvent } from './paperFacets.ts';
import { pagedItems } from './pagedItems.ts';
import { panel } from './panel.ts';
import { paperItem } from './paperItem.ts';
import { selectField } from './selectField.ts';

/** What the user has chosen for the papers of a page. */
export interface PaperChoices {
  orderBy: PaperOrder;
  filter: PaperFilter | null;
}

export const firstPaperChoices = (): PaperChoices => ({ orderBy: 'NEWEST', filter: null });

interface PapersPanel {
  list: PagedList<{ readonly node: PaperItemFragment }>;
  choices: PaperChoices;
  /** The entity whose papers they are. */
  owner: { readonly id: string; readonly name: string };
  /** Shown instead of an empty list. */
  empty?: string | undefined;
}

/** A panel with papers, a choice of their order, and filters. */
export const papersPanel = ({ list, choices, owner, empty }: PapersPanel): TemplateResult => {
  const change = (changed: Partial<PaperChoices>): void => {
    Object.assign(choices, changed);
    void list.reload();
  };
  const isFiltered = Object.values(choices.filter ?? {}).some((value) => value !== null);
  return panel({
    id: 'papers',
    heading: 'Papers',
    count: list.total,
    control: html`${selectField('Order of the papers', paperOrderLabels, choices.orderBy, (orderBy) => change({ orderBy }))}
    ${csvButton(list, `${owner.name} papers`, paperColumns)}`,
    body: html`<paper-facets
        .entityId=${owner.id}
        @paper-filter=${({ filter }: PaperFilterEvent) => change({ filter })}
      ></paper-facets>
      ${pagedItems(
        list,
        ({ node }) => paperItem(node),
        {
          empty: isFiltered ? 'No paper passes the filters.' : (empty ?? 'No papers are stored.'),
          noun: 'papers',
        },
        'paper-list',
      )}`,
  });
};
