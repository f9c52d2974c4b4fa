import { html, type TemplateResult } from 'lit';
import type { PaperItemFragment } from '../__generated__/graphql.ts';
import type { PagedList } from '../api/pagedList.ts';
import { paperOrderLabels } from '../labels.ts';
import { csvButton } from './csvButton.ts';
import { paperColumns } from './csvColumns.ts';
import './paperFacets.ts';
import type { FacetsEvent } from './paperFacets.ts';
import { hasFacet, type PaperChoices } from './paperChoices.ts';
import { pagedItems } from './pagedItems.ts';
import { panel } from './panel.ts';
import { paperItem } from './paperItem.ts';
import { selectField } from './selectField.ts';

interface PapersPanel {
  list: PagedList<{ readonly node: PaperItemFragment }>;
  choices: PaperChoices;
  onChange: (choices: PaperChoices) => void;
  /** The entity whose papers are listed. */
  owner: { readonly id: string; readonly name: string };
  /** The text that is shown if the list is empty. */
  empty?: string | undefined;
}

/** A panel with papers, a drop-down for their order, and filters. */
export const papersPanel = ({ list, choices, onChange, owner, empty }: PapersPanel): TemplateResult =>
  panel({
    id: 'papers',
    heading: 'Papers',
    count: list.total,
    control: html`${selectField('Order of the papers', paperOrderLabels, choices.orderBy, (orderBy) => onChange({ ...choices, orderBy }))}
    ${csvButton(list, `${owner.name} papers`, paperColumns)}`,
    body: html`<paper-facets
        .entityId=${owner.id}
        .choices=${choices.facets}
        @facets-change=${({ choices: facets }: FacetsEvent) => onChange({ ...choices, facets })}
      ></paper-facets>
      ${pagedItems(
        list,
        ({ node }) => paperItem(node),
        {
          empty: hasFacet(choices.facets)
            ? 'No paper passes the filters.'
            : (empty ?? 'No papers are stored.'),
          noun: 'papers',
        },
        'paper-list',
      )}`,
  });
