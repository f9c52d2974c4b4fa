import { html, svg, type TemplateResult } from 'lit';
import { formatCount, formatNumber } from '../format.ts';

export interface YearCounts {
  readonly year: number;
  readonly paperCount: number;
  readonly citationCount: number;
}

const HEIGHT = 56;
const STEP = 10;
const GAP = 3;
/** The width of the chart is at least that of this many years, so that a few bars stay narrow. */
const MIN_YEARS = 10;

/**
 * Papers per year as bars, with a table of the same data. Years without papers have an empty place. The width is set
 * as a property, because the page's policy forbids style attributes.
 */
export const barChart = (years: readonly YearCounts[]): TemplateResult | string => {
  const [first, last] = [years.at(0)?.year, years.at(-1)?.year];
  if (first === undefined || last === undefined) return '';
  const maxCount = Math.max(...years.map(({ paperCount }) => paperCount));
  const yearCount = last - first + 1;
  const slotCount = Math.max(yearCount, MIN_YEARS);
  const width = slotCount * STEP - GAP;
  const maxYear = years.find(({ paperCount }) => paperCount === maxCount)?.year;
  const description = `Papers per year, ${first} to ${last}; most in ${maxYear}: ${formatCount(maxCount, 'paper')}`;
  return html`
    <figure class="chart">
      <figcaption>Papers per year</figcaption>
      <svg viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${description}>
        <line x1="0" x2=${width} y1=${HEIGHT - 0.5} y2=${HEIGHT - 0.5} />
        ${years.map(({ year, paperCount }) => {
          const height = (paperCount / maxCount) * (HEIGHT - 4);
          return svg`<rect x=${(year - first) * STEP} y=${HEIGHT - height} width=${STEP - GAP} height=${height}>
            <title>${year}: ${formatCount(paperCount, 'paper')}</title>
          </rect>`;
        })}
      </svg>
      <div class="axis-labels" aria-hidden="true" .style=${`width: ${(100 * yearCount) / slotCount}%`}>
        <span>${first}</span><span>${last === first ? '' : last}</span>
      </div>
      ${yearTable(years)}
    </figure>
  `;
};

const yearTable = (years: readonly YearCounts[]): TemplateResult => html`
  <details>
    <summary>Show as a table</summary>
    <div class="scrolled" tabindex="0" role="region" aria-label="Papers per year as a table">
      <table>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col">Papers</th>
            <th scope="col">Their citations</th>
          </tr>
        </thead>
        <tbody>
          ${years.map(
            ({ year, paperCount, citationCount }) =>
              html`<tr>
                <th scope="row">${year}</th>
                <td>${formatNumber(paperCount)}</td>
                <td>${formatNumber(citationCount)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>
`;
