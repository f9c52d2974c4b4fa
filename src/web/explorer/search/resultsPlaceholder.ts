import { html } from 'lit';

/** Gray lines in place of the results. They appear with a delay, so that fast answers do not flicker. */
export const resultsPlaceholder = html`
  <div class="loading result-lines" aria-hidden="true">
    ${Array.from(
      { length: 16 },
      () =>
        html`<p>
          <span></span>
          <span></span>
        </p>`,
    )}
  </div>
`;
