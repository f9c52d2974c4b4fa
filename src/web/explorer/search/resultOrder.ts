import { html, nothing, type TemplateResult } from 'lit';
import type { PaperOrder } from '../__generated__/graphql.ts';
import { hasFacet, type PaperChoices } from '../components/paperChoices.ts';
import { selectField } from '../components/selectField.ts';
import { paperOrderLabels } from '../labels.ts';

/** The orders of papers that a search finds. Relevance is the order of the search itself. */
export type ResultOrder = PaperOrder | 'RELEVANCE';

const orderLabels: Readonly<Record<ResultOrder, string>> = { RELEVANCE: 'Relevance', ...paperOrderLabels };

/**
 * The order in which the server lists filtered papers. It cannot list these by relevance; if the user has chosen
 * relevance, they are ordered by citations.
 */
export const listedOrder = (order: ResultOrder): PaperOrder => (order === 'RELEVANCE' ? 'MOST_CITED' : order);

/** A field to choose the order of the papers. Filtered papers cannot be ordered by relevance. */
export const resultOrder = (
  { orderBy, facets }: PaperChoices<ResultOrder>,
  onOrder: (order: ResultOrder) => void,
): TemplateResult => {
  const label = 'Order of the papers';
  if (!hasFacet(facets)) return selectField(label, orderLabels, orderBy, onOrder);
  return html`
    ${selectField(label, paperOrderLabels, listedOrder(orderBy), onOrder)}
    ${orderBy === 'RELEVANCE' ? html`<p class="note">Filtered papers cannot be ordered by relevance.</p>` : nothing}
  `;
};
