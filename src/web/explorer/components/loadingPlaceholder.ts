import { html, type TemplateResult } from 'lit';

/** Gray lines in place of content. They appear with a delay, so that fast answers do not flicker. */
export const loadingPlaceholder = (lineCount: number): TemplateResult => html`
  <div class="loading" aria-hidden="true">
    ${Array.from({ length: lineCount }, () => html`<span></span>`)}
  </div>
`;
