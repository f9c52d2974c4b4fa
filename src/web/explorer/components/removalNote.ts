import { html, nothing, type TemplateResult } from 'lit';
import type { RemovedQuery } from '../__generated__/graphql.ts';
import { formatDate } from '../format.ts';

/** Says in words that a source took a paper back. */
export const removalNote = ({
  id,
  label,
  source,
  reason,
  removedAt,
}: NonNullable<RemovedQuery['removed']>): TemplateResult => html`
  <p class="lead">
    ${label === id ? html`The paper <code>${id}</code>` : html`“${label}”`} was removed: its source,
    <strong>${source}</strong>, took it back.
  </p>
  <p>
    It has not been in this graph since ${formatDate(removedAt)}.
    ${reason === null ? nothing : html`The reason that the source gives: ${reason}`}
  </p>
`;
