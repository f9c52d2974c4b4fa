import { html, nothing, type TemplateResult } from 'lit';
import type { CollaboratorsPageFragment } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { counted, yearSpan } from '../labels.ts';

/** One an author wrote with: how many papers, when, and how strong the tie is. */
export const collaboratorItem = ({
  node,
  collaboration: { paperCount, firstYear, lastYear, strength },
}: CollaboratorsPageFragment['edges'][number]): TemplateResult => {
  const years = yearSpan(firstYear, lastYear);
  return html`
    <a class="name" href=${entityPath(node.id)}>${node.name}</a>
    <span class="measure" title="Strength of the tie: ${strength}">
      ${counted(paperCount, 'paper')}${years === '' ? nothing : html` <span class="years">${years}</span>`}
    </span>
  `;
};
