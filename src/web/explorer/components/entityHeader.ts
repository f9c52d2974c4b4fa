import { html, nothing, type TemplateResult } from 'lit';
import type { EntityKind, IdentifierFieldsFragment } from '../__generated__/graphql.ts';
import { kindWords, schemeWords } from '../labels.ts';
import { icon } from './icon.ts';

export interface HeadParts {
  kind: EntityKind;
  heading: string;
  /** What stands right below the heading. */
  under?: unknown;
  actions?: unknown;
}

/** The head of an entity's page. */
export const head = ({ kind, heading, under, actions }: HeadParts): TemplateResult => html`
  <header class="head">
    <p class="kind" data-kind=${kind}>${kindWords[kind]}</p>
    <h1 tabindex="-1">${heading}</h1>
    ${under ?? nothing} ${actions === undefined ? nothing : html`<div class="actions">${actions}</div>`}
  </header>
`;

/** What catalogues call an entity, with links to where one can look at it. */
export const identifierList = (
  identifiers: readonly IdentifierFieldsFragment[],
): TemplateResult | typeof nothing =>
  identifiers.length === 0
    ? nothing
    : html`<ul class="identifiers" aria-label="Identifiers">
        ${identifiers.map(({ scheme, value, url }) => {
          const words = html`<span class="scheme">${schemeWords[scheme]}</span> ${value}`;
          return html`<li>${url === null ? html`<span>${words}</span>` : awayLink(url, words)}</li>`;
        })}
      </ul>`;

/** A link to another site; nothing but words where the address is none of the web. */
export const awayLink = (url: string, words: unknown): TemplateResult =>
  /^https?:/i.test(url)
    ? html`<a href=${url} rel="noreferrer" class="away">${words}${icon('away')}</a>`
    : html`<span>${words}</span>`;

/** A figure with what it counts. */
export const figure = (value: unknown, words: string, title?: string): TemplateResult =>
  html`<div title=${title ?? nothing}>
    <dt>${words}</dt>
    <dd>${value}</dd>
  </div>`;
