import { html, nothing, type TemplateResult } from 'lit';
import type { AuthorshipsPageFragment } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';

/** An author of a paper, numbered by the place in the printed list, with where they were for it. */
export const authorshipItem = ({
  node,
  authorship,
}: AuthorshipsPageFragment['edges'][number]): TemplateResult => {
  const { position, isCorresponding, nameAsPrinted, affiliationsAsPrinted, institutions } = authorship;
  return html`<li value=${position}>
    <a class="name" href=${entityPath(node.id)}>${node.name}</a>
    ${isCorresponding === true ? html`<span class="aside">corresponding</span>` : nothing}
    ${nameAsPrinted === node.name ? nothing : html`<span class="aside">printed as ${nameAsPrinted}</span>`}
    ${
      institutions.length > 0
        ? html`<span class="affiliation"
            >${institutions.map(({ id, name }, at) => html`${at > 0 ? ', ' : ''}<a href=${entityPath(id)}>${name}</a>`)}</span
          >`
        : affiliationsAsPrinted.length > 0
          ? html`<span class="affiliation">${affiliationsAsPrinted.join('; ')}</span>`
          : nothing
    }
  </li>`;
};
