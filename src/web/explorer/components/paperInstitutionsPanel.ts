import { html, nothing, type TemplateResult } from 'lit';
import type { PaperInstitutionsPageFragment } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import type { PagedList } from '../api/pagedList.ts';
import { csvButton } from './csvButton.ts';
import { institutionColumns } from './csvColumns.ts';
import { pagedItems } from './pagedItems.ts';
import { panel } from './panel.ts';

/** A panel with the institutions of a paper; nothing if it has none. @param title the paper's title */
export const paperInstitutionsPanel = (
  title: string,
  institutions: PagedList<PaperInstitutionsPageFragment['edges'][number]>,
): TemplateResult | typeof nothing => {
  if (institutions.total === 0) return nothing;
  return panel({
    id: 'institutions',
    heading: 'Institutions',
    count: institutions.total,
    control: csvButton(institutions, `${title} institutions`, institutionColumns),
    body: pagedItems(
      institutions,
      ({ node }) =>
        html`<a class="name" href=${entityPath(node.id)}>${node.name}</a>
          ${node.countryCode === null ? nothing : html`<span class="aside country">${node.countryCode}</span>`}`,
      { empty: 'No institutions are stored.', noun: 'institutions' },
      'row-list',
    ),
  });
};
