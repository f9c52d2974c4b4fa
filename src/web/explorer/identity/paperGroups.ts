import { html, type TemplateResult } from 'lit';
import type { AuthorIdentityQuery } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { formatCount, formatYears } from '../format.ts';
import { row } from './comparison.ts';
import { MOST_SPLIT } from './splitGroup.ts';

type Group = NonNullable<NonNullable<AuthorIdentityQuery['author']>['possibleMixture']>[number];

/**
 * Groups of an author's papers that have little in common, side by side.
 *
 * @param split assigns the group that begins with the given paper to another person; undefined if the user has no API
 *   key for corrections
 */
export const paperGroups = (
  groups: readonly Group[],
  split: ((firstPaperId: string) => void) | undefined,
): TemplateResult => html`
  <div class="side-by-side">${groups.map((group) => paperGroup(group, split))}</div>
`;

const paperGroup = (group: Group, split: ((firstPaperId: string) => void) | undefined): TemplateResult => {
  const { paperCount, firstYear, lastYear, papers, venueNames } = group;
  const years = formatYears(firstYear, lastYear);
  const others = paperCount - papers.length;
  return html`<section class="compared">
    <h3>${formatCount(paperCount, 'paper')}${years === '' ? '' : `, ${years}`}</h3>
    ${row('Institutions', group.institutions)} ${row('Collaborators', group.collaborators)}
    ${row('Topics', group.topics)}
    ${venueNames.length > 0 ? html`<p class="compared-row"><span class="label">Venues</span> ${venueNames.join(', ')}</p>` : ''}
    <ul class="compared-papers">
      ${papers.map(
        ({ id, label, year }) =>
          html`<li><a href=${entityPath(id)}>${label}</a> <span class="aside">${year}</span></li>`,
      )}
      ${others > 0 ? html`<li class="aside">and ${formatCount(others, 'other paper')}</li>` : ''}
    </ul>
    ${split && paperCount <= MOST_SPLIT ? splitButton(papers[0]?.id ?? '', split) : ''}
  </section>`;
};

const splitButton = (firstPaperId: string, split: (firstPaperId: string) => void): TemplateResult =>
  html`<button class="split" @click=${() => split(firstPaperId)}>These are another person’s papers</button>`;
