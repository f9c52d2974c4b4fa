import { html, nothing, type TemplateResult } from 'lit';
import type { AuthorshipsPageFragment } from '../__generated__/graphql.ts';
import { formatNumber } from '../format.ts';
import { focusSection } from '../links.ts';
import { linkList } from './linkList.ts';

/** How many authors the line below the title names. */
const MOST_NAMES = 8;

/** The authors below the title of a paper: the first ones, and a link to the list of all. */
export const paperByline = (authors: AuthorshipsPageFragment | null): TemplateResult | typeof nothing => {
  if (!authors || authors.edges.length === 0) return nothing;
  const shown = authors.edges.slice(0, MOST_NAMES);
  const others = (authors.totalCount ?? authors.edges.length) - shown.length;
  return html`<p class="byline">
    ${linkList(shown.map(({ node }) => node))}${
      others > 0
        ? html` <a href="#authors" @click=${focusSection}>and ${formatNumber(others)} more</a>`
        : nothing
    }
  </p>`;
};
