import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../format.ts';

export interface Panel {
  /** The id of the section. It is unique in the page, so that links can point to the section. */
  id: string;
  heading: string;
  /** The number that is shown beside the heading. */
  count?: number | undefined;
  /** Controls beside the heading, for example a choice of the order. */
  control?: TemplateResult | typeof nothing | undefined;
  body: unknown;
}

/** A section of a page. */
export const panel = ({ id, heading, count, control, body }: Panel): TemplateResult => html`
  <section class="panel" id=${id} tabindex="-1" aria-labelledby="${id}-heading">
    <div class="panel-head">
      <h2 id="${id}-heading">
        ${heading}${count === undefined ? nothing : html` <span class="count">${formatNumber(count)}</span>`}
      </h2>
      ${control === undefined ? nothing : html`<div class="controls">${control}</div>`}
    </div>
    ${body}
  </section>
`;
