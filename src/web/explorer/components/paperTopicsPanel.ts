import { html, nothing, type TemplateResult } from 'lit';
import type { PaperPageQuery } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { panel } from './panel.ts';

type Paper = NonNullable<PaperPageQuery['paper']>;

/** A panel with the topics of a paper; nothing if it has none. */
export const paperTopicsPanel = ({ topics }: Pick<Paper, 'topics'>): TemplateResult | typeof nothing => {
  if (!topics || topics.edges.length === 0) return nothing;
  return panel({
    id: 'topics',
    heading: 'Topics',
    count: topics.edges.length,
    body: html`<ul class="row-list">
      ${topics.edges.map(
        ({ node, score }) =>
          html`<li>
            <a class="name" href=${entityPath(node.id)}>${node.name}</a>
            ${score === null ? nothing : html`<span class="row-value" title="Relevance of the topic, 0–1">${score.toFixed(2)}</span>`}
          </li>`,
      )}
    </ul>`,
  });
};
