import { html, nothing, type TemplateResult } from 'lit';
import type { AuthorshipsPageFragment } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { linkList } from './linkList.ts';

/** A list item for an author of a paper, with position and affiliations. */
export const authorshipItem = ({
  node,
  authorship,
}: AuthorshipsPageFragment['edges'][number]): TemplateResult => {
  const { position, isCorresponding, nameAsPrinted, affiliationsAsPrinted, institutions } = authorship;
  const affiliations = institutions.length > 0 ? linkList(institutions) : affiliationsAsPrinted.join('; ');
  return html`<li value=${position}>
    <a class="name" href=${entityPath(node.id)}>${node.name}</a>
    ${isCorresponding === true ? html`<span class="aside">corresponding author</span>` : nothing}
    ${nameAsPrinted === node.name ? nothing : html`<span class="aside">printed as ${nameAsPrinted}</span>`}
    ${affiliations.length > 0 ? html`<span class="affiliation">${affiliations}</span>` : nothing}
  </li>`;
};
