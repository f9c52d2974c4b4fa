import { html, nothing, type TemplateResult } from 'lit';
import type { RelatedPapersPageFragment } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { formatCount } from '../format.ts';
import { linkList } from './linkList.ts';

type RelatedPaper = RelatedPapersPageFragment['edges'][number];

/** A list item for a related paper, with what both papers share. */
export const relatedPaperItem = (related: RelatedPaper): TemplateResult => {
  const { id, label, year, venueName, citationCount } = related.node;
  const facts = [year, venueName, citationCount === null ? null : formatCount(citationCount, 'citation')];
  return html`
    <article class="paper">
      <h3><a href=${entityPath(id)}>${label}</a></h3>
      <p class="facts">${facts.map((fact) => (fact === null ? nothing : html`<span>${fact}</span>`))}</p>
      <p class="reason">${reasons(related)}</p>
    </article>
  `;
};

/** What both papers share, for example "Both cite 3 papers. Both are cited by 1 paper. Both are by Ann." */
const reasons = ({ sharedReferences, sharedCiters, sharedAuthors, sharedTopics }: RelatedPaper): unknown => {
  const [references, citers] = [sharedReferences?.totalCount ?? 0, sharedCiters?.totalCount ?? 0];
  const authors = sharedAuthors?.nodes ?? [];
  const others = (sharedAuthors?.totalCount ?? 0) - authors.length;
  const topics = sharedTopics?.nodes ?? [];
  return html`
    ${references > 0 ? `Both cite ${formatCount(references, 'stored paper')}.` : nothing}
    ${citers > 0 ? `Both are cited by ${formatCount(citers, 'stored paper')}.` : nothing}
    ${
      authors.length > 0
        ? html`Both are by
          ${linkList(authors)}${others > 0 ? ` and ${formatCount(others, 'other')}` : nothing}.`
        : nothing
    }
    ${topics.length > 0 ? html`Both are about ${linkList(topics)}.` : nothing}
  `;
};
