import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../api/requestError.ts';

/** Says that something failed, and lets one try again. */
export const failed = (failure: Failure, again: () => void): TemplateResult => html`
  <div class="failed" role="alert">
    <p><strong>${failure.said}</strong></p>
    ${failure.requestId === undefined ? nothing : html`<p>In the server’s log this is ${failure.requestId}.</p>`}
    <button @click=${again}>Try again</button>
  </div>
`;

/** A place holder while an answer is awaited; it appears only when that takes a while. */
export const loading = (lines = 4): TemplateResult => html`
  <div class="loading" aria-hidden="true">${Array.from({ length: lines }, () => html`<span></span>`)}</div>
`;
