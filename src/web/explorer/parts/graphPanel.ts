import { html, type TemplateResult } from 'lit';
import { graphAround } from './graphElement.ts';

/** The graph around an entity, as a part of its page. */
export const graphPanel = (id: string): TemplateResult => html`
  <section class="panel graph" id="graph" tabindex="-1" aria-label="Graph">${graphAround(id)}</section>
`;
