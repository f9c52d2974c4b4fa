import { html, nothing, type TemplateResult } from 'lit';
import type { SuggestionScoring, SuggestionsPageFragment } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { counted } from '../labels.ts';
import { scorings } from './orders.ts';

type Suggestion = SuggestionsPageFragment['edges'][number];

/** One who might be a collaborator, why, and who could introduce the two. */
export const suggestion =
  (scoring: SuggestionScoring) =>
  (edge: Suggestion): TemplateResult => {
    const { node, scores, commonCollaborators, sharedTopics } = edge;
    return html`
      <article class="suggestion">
        <h3><a href=${entityPath(node.id)}>${node.name}</a></h3>
        <p class="why">
          ${counted(scores.commonCollaboratorCount, 'common collaborator')}${names(commonCollaborators?.nodes, scores.commonCollaboratorCount)}
        </p>
        ${
          sharedTopics && sharedTopics.nodes.length > 0
            ? html`<ul class="tags" aria-label="Topics both wrote on">
                ${sharedTopics.nodes.map(({ id, name }) => html`<li><a href=${entityPath(id)}>${name}</a></li>`)}
              </ul>`
            : nothing
        }
        ${introduction(edge)} ${scoreTable(scores, scoring)}
      </article>
    `;
  };

type Named = { readonly id: string; readonly name: string };

const names = (known: readonly Named[] | undefined, all: number): unknown => {
  if (!known || known.length === 0) return nothing;
  const links = known.map(
    ({ id, name }, at) => html`${at > 0 ? ', ' : ': '}<a href=${entityPath(id)}>${name}</a>`,
  );
  return html`${links}${all > known.length ? html` and ${all - known.length} more` : nothing}`;
};

const introduction = ({ introduction }: Suggestion): TemplateResult | typeof nothing => {
  const between = introduction?.authors[1];
  if (!between) return nothing;
  return html`
    <div class="introduction">
      <p>
        <a href=${entityPath(between.id)}>${between.name}</a> could introduce the two: of those both wrote
        with, the strongest ties.
      </p>
      <ol class="chain-papers">
        ${introduction.steps.map(({ collaboration }, at) => {
          const [from, to] = [introduction.authors[at], introduction.authors[at + 1]];
          const paper = collaboration.papers?.nodes[0];
          return html`<li>
            ${from?.name} and ${to?.name}:
            ${counted(collaboration.paperCount, 'paper')}${
              paper
                ? html`; the latest:
                    <a href=${entityPath(paper.id)}>${paper.label}</a
                    >${paper.year === null ? '' : ` (${paper.year})`}`
                : nothing
            }
          </li>`;
        })}
      </ol>
    </div>
  `;
};

const scoreTable = (scores: Suggestion['scores'], scoring: SuggestionScoring): TemplateResult => {
  const rows: [string, number, boolean][] = [
    [scorings.ADAMIC_ADAR, scores.adamicAdar, scoring === 'ADAMIC_ADAR'],
    [scorings.RESOURCE_ALLOCATION, scores.resourceAllocation, scoring === 'RESOURCE_ALLOCATION'],
    [scorings.JACCARD, scores.jaccard, scoring === 'JACCARD'],
    ['Topic similarity', scores.topicSimilarity, false],
  ];
  return html`<dl class="scores">
    ${rows.map(
      ([word, value, isChosen]) =>
        html`<div class=${isChosen ? 'chosen' : ''}>
          <dt>${word}</dt>
          <dd>${value.toFixed(2)}</dd>
        </div>`,
    )}
  </dl>`;
};
