import { html, nothing, type TemplateResult } from 'lit';
import type { PaperItemFragment } from '../__generated__/graphql.ts';
import { formatCount, formatDate } from '../format.ts';
import { paperTypeLabels } from '../labels.ts';

type PaperFacts = Pick<
  PaperItemFragment,
  'isRetracted' | 'date' | 'year' | 'venueName' | 'paperType' | 'citationCount'
>;

/** Date, venue, type and citations of a paper, as far as they are known. */
export const paperFacts = (paper: PaperFacts): TemplateResult => {
  const { isRetracted, date, year, venueName, paperType, citationCount } = paper;
  const facts = [
    date === null ? year : html`<time datetime=${date}>${formatDate(date)}</time>`,
    venueName,
    paperType && paperTypeLabels[paperType],
    citationCount === null ? null : formatCount(citationCount, 'citation'),
  ].filter((fact) => fact !== null && fact !== '');
  return html`${isRetracted ? html`<strong class="retracted">Retracted</strong>` : nothing}
  ${facts.map((fact) => html`<span>${fact}</span>`)}`;
};
