import { html, nothing, type TemplateResult } from 'lit';
import type { EntityKind } from '../__generated__/graphql.ts';
import { kindLabels } from '../labels.ts';

export interface EntityHeader {
  kind: EntityKind;
  heading: string;
  /** Content that is shown below the heading. */
  details?: unknown;
  actions?: unknown;
}

export const entityHeader = ({ kind, heading, details, actions }: EntityHeader): TemplateResult => html`
  <header class="head">
    <p class="kind" data-kind=${kind}>${kindLabels[kind]}</p>
    <h1 tabindex="-1">${heading}</h1>
    ${details ?? nothing} ${actions === undefined ? nothing : html`<div class="actions">${actions}</div>`}
  </header>
`;
