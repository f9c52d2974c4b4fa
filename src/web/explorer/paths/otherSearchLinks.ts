import { html, nothing, type TemplateResult } from 'lit';
import type { PathStatus } from '../__generated__/graphql.ts';
import { pathsPath, type PathKind } from '../address.ts';
import { otherSearches } from './otherSearches.ts';
import { formatPathOptions, type PathOptions } from './pathOptions.ts';

/** Links to searches that may find a path after a search has found none. Returns nothing if there are none. */
export const otherSearchLinks = (
  kind: PathKind,
  status: PathStatus,
  options: PathOptions,
): TemplateResult | typeof nothing => {
  const searches = otherSearches(kind, status, options);
  if (searches.length === 0) return nothing;
  return html`<ul class="choices" aria-label="Try instead">
    ${searches.map(
      (search) =>
        html`<li>
          <a class="button" href=${pathsPath(kind, formatPathOptions(search.options))}>${search.label}</a>
        </li>`,
    )}
  </ul>`;
};
