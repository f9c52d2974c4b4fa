import { html, nothing, type TemplateResult } from 'lit';
import { yearColors, type Coloring } from '../drawing/colors.ts';
import type { YearRange } from '../filterPicture.ts';

const colorings: Readonly<Record<Coloring, string>> = {
  kind: 'kind',
  cluster: 'group',
  year: 'first joint year',
};

/** A drop-down that chooses what the colors show. Returns nothing if there is only one choice. */
export const colorChoice = (
  coloring: Coloring,
  offered: readonly Coloring[],
  onColoring: (coloring: Coloring) => void,
): TemplateResult | typeof nothing =>
  offered.length < 2
    ? nothing
    : html`<label class="coloring"
        >Color:
        <select @change=${({ target }: Event) => onColoring((target as HTMLSelectElement).value as Coloring)}>
          ${offered.map((each) => html`<option value=${each} .selected=${each === coloring}>${colorings[each]}</option>`)}
        </select></label
      >`;

/** A legend that shows which colors stand for which years. */
export const yearScale = ({ first, last }: YearRange): TemplateResult =>
  html`<span class="year-scale" part="scale"
    >${first}<span
      class="gradient"
      .style=${`background: linear-gradient(to right, ${yearColors.join(', ')})`}
    ></span
    >${last}</span
  >`;
