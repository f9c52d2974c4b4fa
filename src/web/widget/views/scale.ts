import { html, nothing, type TemplateResult } from 'lit';
import { groupColor, unknownColor, yearColors, type Coloring } from '../drawing/colors.ts';
import type { YearRange } from '../filterPicture.ts';
import type { Group } from '../groups.ts';
import type { PictureNode } from '../picture.ts';

const colorings: Readonly<Record<Coloring, string>> = {
  kind: 'kind',
  cluster: 'group',
  year: 'first joint year',
};

const usualExplanation =
  'Larger node: more papers. Wider line: more joint papers. Click for details, double-click for more neighbors.';

/**
 * An explanation of sizes, widths and colors, with a control that chooses what the colors show.
 *
 * @param visibleNodes the nodes that the numbers of the groups count, including nodes in other groups
 * @param years the years of the color scale, see `firstYearRange`; null if there is no range
 */
export const scale = (
  coloring: Coloring,
  groups: readonly Group[],
  visibleNodes: readonly PictureNode[],
  years: YearRange | null,
  onColoring: (coloring: Coloring) => void,
  explanation = usualExplanation,
): TemplateResult => {
  const offered = (Object.keys(colorings) as Coloring[]).filter(
    (each) => each === 'kind' || (each === 'year' ? years !== null : groups.length > 1),
  );
  return html`<div class="scale" part="scale">
    <span class="explanation">${explanation}</span>
    ${offered.length > 1 ? colorChoice(coloring, offered, onColoring) : nothing}
    ${coloring === 'year' && years ? yearScale(years) : nothing}
    ${coloring === 'cluster' ? groupLegend(groups, visibleNodes) : nothing}
  </div>`;
};

const colorChoice = (
  coloring: Coloring,
  offered: readonly Coloring[],
  onColoring: (coloring: Coloring) => void,
): TemplateResult =>
  html`<label
    >Color:
    <select @change=${({ target }: Event) => onColoring((target as HTMLSelectElement).value as Coloring)}>
      ${offered.map((each) => html`<option value=${each} .selected=${each === coloring}>${colorings[each]}</option>`)}
    </select></label
  >`;

const yearScale = ({ first, last }: YearRange): TemplateResult =>
  html`<span class="year-scale"
    >${first}<span
      class="gradient"
      .style=${`background: linear-gradient(to right, ${yearColors.join(', ')})`}
    ></span
    >${last}</span
  >`;

const groupLegend = (groups: readonly Group[], visibleNodes: readonly PictureNode[]): TemplateResult => {
  const visibleIds = new Set(visibleNodes.map(({ entity }) => entity.id));
  const counted = groups.map(({ label, members, color }) => ({
    label,
    count: members.filter((id) => visibleIds.has(id)).length,
    color: groupColor(color),
  }));
  const others = visibleIds.size - counted.reduce((sum, { count }) => sum + count, 0);
  const shown = [...counted, { label: 'others', count: others, color: unknownColor }].filter(
    ({ count }) => count > 0,
  );
  return html`<ul class="groups" aria-label="Groups">
    ${shown.map(
      ({ label, count, color }) =>
        html`<li>
          <span class="swatch" .style=${`background: ${color}`}></span>${label}
          <span class="number">${count}</span>
        </li>`,
    )}
  </ul>`;
};
