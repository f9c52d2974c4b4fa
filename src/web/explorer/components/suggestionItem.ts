import { html, nothing, type TemplateResult } from 'lit';
import type { SuggestionScoring } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { formatCount } from '../format.ts';
import { scoringLabels } from '../labels.ts';
import type { Suggestion, SuggestionGroup } from './groupSuggestions.ts';
import { linkList } from './linkList.ts';

/**
 * A list item for one or several suggested collaborators with the same reasons. It shows the reasons in words, and the
 * scores.
 */
export const suggestionItem = (
  [suggestion, ...others]: SuggestionGroup,
  center: string,
  scoring: SuggestionScoring,
): TemplateResult => html`
  <article class="suggestion">
    <h3><a href=${entityPath(suggestion.node.id)}>${suggestion.node.name}</a></h3>
    ${
      others.length === 0
        ? nothing
        : html`<p class="same-reasons">For the same reasons: ${linkList(others.map(({ node }) => node))}</p>`
    }
    <p class="reason">${commonCollaborators(suggestion, center)}</p>
    ${introduction(suggestion)} ${sharedTopics(suggestion)} ${scoreList(suggestion.scores, scoring)}
  </article>
`;

const commonCollaborators = (
  { node, scores, commonCollaborators }: Suggestion,
  center: string,
): TemplateResult => {
  const total = scores.commonCollaboratorCount;
  const names = commonCollaborators?.nodes ?? [];
  const others = total - names.length;
  return html`${center} and ${node.name} have both written with
  ${linkList(names)}${others > 0 ? ` and ${formatCount(others, 'other person', 'other people')}` : nothing}.`;
};

/**
 * The common collaborator with the strongest collaborations with both people, and the latest joint paper with each of
 * them.
 */
const introduction = ({ introduction }: Suggestion): TemplateResult | typeof nothing => {
  const intermediary = introduction?.authors[1];
  if (!intermediary) return nothing;
  return html`
    <div class="introduction">
      <p>
        <a href=${entityPath(intermediary.id)}>${intermediary.name}</a> knows both best and could introduce
        them:
      </p>
      <ul class="introduction-steps">
        ${introduction.steps.map(({ collaboration }, index) => {
          const other = introduction.authors[index === 0 ? 0 : 2];
          const paper = collaboration.papers?.nodes[0];
          return html`<li>
            ${formatCount(collaboration.paperCount, 'paper')} with
            ${other?.name}${paper ? latestPaper(paper, collaboration.paperCount) : nothing}
          </li>`;
        })}
      </ul>
    </div>
  `;
};

const latestPaper = (
  { id, label, year }: { id: string; label: string; year: number | null },
  paperCount: number,
): TemplateResult =>
  html`${paperCount === 1 ? ': ' : ', the latest: '}<a href=${entityPath(id)}>${label}</a
    >${year === null ? '' : ` (${year})`}`;

const sharedTopics = ({ sharedTopics }: Suggestion): TemplateResult | typeof nothing =>
  sharedTopics && sharedTopics.nodes.length > 0
    ? html`<p class="reason">Both work on ${linkList(sharedTopics.nodes)}.</p>`
    : nothing;

const scoreList = (scores: Suggestion['scores'], scoring: SuggestionScoring): TemplateResult => {
  const rows: [label: string, score: number, isActive: boolean][] = [
    [scoringLabels.ADAMIC_ADAR, scores.adamicAdar, scoring === 'ADAMIC_ADAR'],
    [scoringLabels.RESOURCE_ALLOCATION, scores.resourceAllocation, scoring === 'RESOURCE_ALLOCATION'],
    [scoringLabels.JACCARD, scores.jaccard, scoring === 'JACCARD'],
    ['Topic similarity', scores.topicSimilarity, false],
  ];
  return html`<details>
    <summary>Scores</summary>
    <dl class="scores">
      ${rows.map(
        ([label, score, isActive]) =>
          html`<div class=${isActive ? 'active' : ''}>
            <dt>${label}</dt>
            <dd>${score.toFixed(2)}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
};
