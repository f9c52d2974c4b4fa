import { html, type TemplateResult } from 'lit';
import { icon } from './icon.ts';

/** A link to another site. Returns only the text if the URL is not http or https. */
export const externalLink = (url: string, text: unknown): TemplateResult =>
  /^https?:/i.test(url)
    ? html`<a href=${url} rel="noreferrer" class="external">${text}${icon('external')}</a>`
    : html`<span>${text}</span>`;
