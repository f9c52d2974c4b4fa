import { html, type TemplateResult } from 'lit';

/** A short message that something could not be loaded, with a button to try again. */
export const retryMessage = (message: string | undefined, retry: () => void): TemplateResult =>
  html`<p role="alert">${message} <button class="link" @click=${retry}>Try again</button></p>`;
