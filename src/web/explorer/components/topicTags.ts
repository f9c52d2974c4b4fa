import { html, nothing, type TemplateResult } from 'lit';
import { entityPath } from '../address.ts';

interface Topics {
  readonly nodes: readonly { readonly id: string; readonly name: string }[];
}

export const topicTags = (topics: Topics | null, label: string): TemplateResult | typeof nothing =>
  topics && topics.nodes.length > 0
    ? html`<ul class="tags" aria-label=${label}>
        ${topics.nodes.map(({ id, name }) => html`<li><a href=${entityPath(id)}>${name}</a></li>`)}
      </ul>`
    : nothing;
