import { html, nothing, type TemplateResult } from 'lit';
import type { HomePageQuery } from '../__generated__/graphql.ts';
import { formatCount, formatDate } from '../format.ts';

type Source = NonNullable<HomePageQuery['sources']>[number];

/** How many records a source has, when it was last updated and will be next, and why the last run failed. */
export const sourceFreshness = (source: Source): TemplateResult => {
  const { name, service, recordCount, lastSuccess, nextRun, lastError } = source;
  const parts = [
    formatCount(recordCount, 'record'),
    lastSuccess === null ? 'not read completely yet' : `up to date as of ${formatDate(lastSuccess)}`,
    ...(nextRun === null ? [] : [`next update ${formatDate(nextRun)}`]),
  ];
  return html`<p class="note">
    ${name} from ${service}:
    ${parts.join(', ')}${lastError === null ? nothing : html`. The last update failed: ${lastError}`}
  </p>`;
};
