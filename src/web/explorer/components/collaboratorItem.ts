import { html, nothing, type TemplateResult } from 'lit';
import type { CollaboratorsPageFragment } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { formatCount, formatYears } from '../format.ts';

export const collaboratorItem = ({
  node,
  collaboration: { paperCount, firstYear, lastYear, strength },
}: CollaboratorsPageFragment['edges'][number]): TemplateResult => {
  const years = formatYears(firstYear, lastYear);
  return html`
    <a class="name" href=${entityPath(node.id)}>${node.name}</a>
    <span class="row-value" title="Strength of the tie: ${strength}">
      ${formatCount(paperCount, 'paper')}${years === '' ? nothing : html` <span class="years">${years}</span>`}
    </span>
  `;
};
