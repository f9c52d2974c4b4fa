import { html, nothing, type TemplateResult } from 'lit';
import { yearColors, type Coloring } from '../drawing/colors.ts';
import type { YearRange } from '../filterPicture.ts';

const colorings: Readonly<Record<Coloring, string>> = { kind: 'kind', year: 'first joint year' };

/**
 * What sizes, widths and colors mean, with a choice of the colors.
 *
 * @param years the range of the first joint years; null if there is none, so that there is no choice
 */
export const scale = (
  coloring: Coloring,
  years: YearRange | null,
  onColoring: (coloring: Coloring) => void,
): TemplateResult =>
  html`<div class="scale" part="scale">
    <span
      >Larger node: more papers. Wider line: more joint papers. Click for details, double-click for more
      neighbors.</span
    >
    ${years === null ? nothing : html`<span class="colors-choice">${colorChoice(coloring, onColoring)} ${coloring === 'year' ? yearScale(years) : nothing}</span>`}
  </div>`;

const colorChoice = (coloring: Coloring, onColoring: (coloring: Coloring) => void): TemplateResult =>
  html`<label
    >Color:
    <select @change=${({ target }: Event) => onColoring((target as HTMLSelectElement).value as Coloring)}>
      ${Object.entries(colorings).map(
        ([value, label]) => html`<option value=${value} .selected=${value === coloring}>${label}</option>`,
      )}
    </select></label
  >`;

const yearScale = ({ first, last }: YearRange): TemplateResult =>
  html`<span class="year-scale"
    >${first}
    <span class="gradient" .style=${`background: linear-gradient(to right, ${yearColors.join(', ')})`}></span>
    ${last}</span
  >`;
