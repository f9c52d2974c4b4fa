import { html, nothing, type TemplateResult } from 'lit';
import type { SuggestionScoring, SuggestionsPageFragment } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { formatCount } from '../format.ts';
import { scoringLabels } from '../labels.ts';
import { linkList } from './linkList.ts';
import { topicTags } from './topicTags.ts';

type Suggestion = SuggestionsPageFragment['edges'][number];

/** A suggested collaborator with reasons, a possible introduction, and scores. */
export const suggestionItem = (suggestion: Suggestion, scoring: SuggestionScoring): TemplateResult => {
  const { node, scores, sharedTopics } = suggestion;
  return html`
    <article class="suggestion">
      <h3><a href=${entityPath(node.id)}>${node.name}</a></h3>
      <p class="reason">${commonCollaborators(suggestion)}</p>
      ${topicTags(sharedTopics, 'Topics of both')} ${introduction(suggestion)} ${scoreList(scores, scoring)}
    </article>
  `;
};

const commonCollaborators = ({ scores, commonCollaborators }: Suggestion): TemplateResult => {
  const total = scores.commonCollaboratorCount;
  const names = commonCollaborators?.nodes ?? [];
  return html`${formatCount(total, 'common collaborator')}${names.length > 0 ? ': ' : nothing}${linkList(names)}${
    names.length > 0 && total > names.length ? ` and ${total - names.length} more` : nothing
  }`;
};

/** The common collaborator with the strongest ties to both, with the papers behind these ties. */
const introduction = ({ introduction }: Suggestion): TemplateResult | typeof nothing => {
  const intermediary = introduction?.authors[1];
  if (!intermediary) return nothing;
  return html`
    <div class="introduction">
      <p>
        <a href=${entityPath(intermediary.id)}>${intermediary.name}</a> could introduce them, as the common
        collaborator with the strongest ties to both.
      </p>
      <ol class="introduction-steps">
        ${introduction.steps.map(({ collaboration }, index) => {
          const [from, to] = [introduction.authors[index], introduction.authors[index + 1]];
          const paper = collaboration.papers?.nodes[0];
          return html`<li>
            ${from?.name} and ${to?.name}:
            ${formatCount(collaboration.paperCount, 'paper')}${paper ? latestPaper(paper) : nothing}
          </li>`;
        })}
      </ol>
    </div>
  `;
};

const latestPaper = ({ id, label, year }: { id: string; label: string; year: number | null }) =>
  html`; the latest: <a href=${entityPath(id)}>${label}</a>${year === null ? '' : ` (${year})`}`;

const scoreList = (scores: Suggestion['scores'], scoring: SuggestionScoring): TemplateResult => {
  const rows: [label: string, score: number, isActive: boolean][] = [
    [scoringLabels.ADAMIC_ADAR, scores.adamicAdar, scoring === 'ADAMIC_ADAR'],
    [scoringLabels.RESOURCE_ALLOCATION, scores.resourceAllocation, scoring === 'RESOURCE_ALLOCATION'],
    [scoringLabels.JACCARD, scores.jaccard, scoring === 'JACCARD'],
    ['Topic similarity', scores.topicSimilarity, false],
  ];
  return html`<dl class="scores">
    ${rows.map(
      ([label, score, isActive]) =>
        html`<div class=${isActive ? 'active' : ''}>
          <dt>${label}</dt>
          <dd>${score.toFixed(2)}</dd>
        </div>`,
    )}
  </dl>`;
};
