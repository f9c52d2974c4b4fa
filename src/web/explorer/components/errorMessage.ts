import { html, nothing, type TemplateResult } from 'lit';
import type { RequestError } from '../api/requestError.ts';

export const errorMessage = (error: RequestError, retry: () => void): TemplateResult => html`
  <div class="error-box" role="alert">
    <p><strong>${error.userMessage}</strong></p>
    ${error.requestId === undefined ? nothing : html`<p>Request id in the server log: ${error.requestId}</p>`}
    <button @click=${retry}>Try again</button>
  </div>
`;
