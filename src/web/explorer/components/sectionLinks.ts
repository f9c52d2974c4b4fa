import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../format.ts';
import { focusSection } from '../links.ts';

export type SectionLink = readonly [id: string, heading: string, count?: number | undefined];

/** Links to the sections of a page. Sections with a count of 0 are left out. */
export const sectionLinks = (sections: readonly SectionLink[]): TemplateResult => html`
  <nav class="pill-links" aria-label="Sections of this page">
    ${sections
      .filter(([, , count]) => count !== 0)
      .map(
        ([id, heading, count]) =>
          html`<a href="#${id}" @click=${focusSection}
            >${heading}${count === undefined ? nothing : html` <span class="count">${formatNumber(count)}</span>`}</a
          >`,
      )}
  </nav>
`;
