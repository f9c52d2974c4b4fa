import { html, nothing, type TemplateResult } from 'lit';
import { goToPart } from '../links.ts';
import { numeral } from '../labels.ts';

/** A part of a page: its id, its heading and how much is in it. */
export type Part = readonly [id: string, heading: string, count?: number | undefined];

/** Links to the parts of a page that hold something, so that a long page is not a long way. */
export const partLinks = (parts: readonly Part[]): TemplateResult => html`
  <nav class="parts" aria-label="Parts of this page">
    ${parts
      .filter(([, , count]) => count !== 0)
      .map(
        ([id, heading, count]) =>
          html`<a href="#${id}" @click=${goToPart}
            >${heading}${count === undefined ? nothing : html` <span class="count">${numeral(count)}</span>`}</a
          >`,
      )}
  </nav>
`;
