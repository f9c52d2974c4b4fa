import { html, nothing, type TemplateResult } from 'lit';
import type { CollaboratorsPageFragment } from '../__generated__/graphql.ts';
import { comparisonPath, entityPath } from '../address.ts';
import { icon } from './icon.ts';
import { formatCount, formatYears } from '../format.ts';

/**
 * A collaborator in the list of an author, with a link to the comparison of both authors. @param authorId the id of the
 * author whose collaborators are listed
 */
export const collaboratorItem = (
  {
    node,
    collaboration: { paperCount, firstYear, lastYear, strength },
  }: CollaboratorsPageFragment['edges'][number],
  authorId: string,
): TemplateResult => {
  const years = formatYears(firstYear, lastYear);
  return html`
    <a class="name" href=${entityPath(node.id)}>${node.name}</a>
    <a
      class="aside compare"
      href=${comparisonPath([authorId, node.id])}
      title="Compare"
      aria-label="Compare with ${node.name}"
      >${icon('compare')}</a
    >
    <span class="row-value" title="Strength of the tie: ${strength}">
      ${formatCount(paperCount, 'paper')}${years === '' ? nothing : html` <span class="years">${years}</span>`}
    </span>
  `;
};
