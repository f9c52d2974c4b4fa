import { html, nothing, type TemplateResult } from 'lit';
import type { IdentifierFieldsFragment } from '../__generated__/graphql.ts';
import { schemeLabels } from '../labels.ts';
import { externalLink } from './externalLink.ts';

/** The identifiers of an entity in other catalogues, with links. */
export const identifierList = (
  identifiers: readonly IdentifierFieldsFragment[],
): TemplateResult | typeof nothing =>
  identifiers.length === 0
    ? nothing
    : html`<ul class="identifiers" aria-label="Identifiers">
        ${identifiers.map(({ scheme, value, url }) => {
          const text = html`<span class="scheme">${schemeLabels[scheme]}</span> ${value}`;
          return html`<li>${url === null ? html`<span>${text}</span>` : externalLink(url, text)}</li>`;
        })}
      </ul>`;
