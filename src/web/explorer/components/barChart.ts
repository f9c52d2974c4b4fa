import { html, svg, type TemplateResult } from 'lit';
import { counted, numeral } from '../labels.ts';

export interface YearOfWork {
  readonly year: number;
  readonly paperCount: number;
  readonly citationCount: number;
}

const HEIGHT = 56;
const STEP = 10;
const GAP = 3;

/** Papers a year as bars, years without papers included, with the same figures as a table on demand. */
export const barChart = (years: readonly YearOfWork[]): TemplateResult | string => {
  const [first, last] = [years.at(0)?.year, years.at(-1)?.year];
  if (first === undefined || last === undefined) return '';
  const most = Math.max(...years.map(({ paperCount }) => paperCount));
  const width = Math.max((last - first + 1) * STEP - GAP, 1);
  const busiest = years.find(({ paperCount }) => paperCount === most)?.year;
  const said = `Papers a year, ${first} to ${last}; most in ${busiest}: ${counted(most, 'paper')}`;
  return html`
    <figure class="chart">
      <figcaption>Papers a year</figcaption>
      <svg viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${said}>
        <line x1="0" x2=${width} y1=${HEIGHT - 0.5} y2=${HEIGHT - 0.5} />
        ${years.map(({ year, paperCount }) => {
          const height = (paperCount / most) * (HEIGHT - 4);
          return svg`<rect x=${(year - first) * STEP} y=${HEIGHT - height} width=${STEP - GAP} height=${height}>
            <title>${year}: ${counted(paperCount, 'paper')}</title>
          </rect>`;
        })}
      </svg>
      <div class="ends" aria-hidden="true">
        <span>${first}</span><span>${last === first ? '' : last}</span>
      </div>
      <details>
        <summary>As a table</summary>
        <div class="scrolled" tabindex="0" role="region" aria-label="Papers a year as a table">
          <table>
            <thead>
              <tr>
                <th scope="col">Year</th>
                <th scope="col">Papers</th>
                <th scope="col">Citations of them</th>
              </tr>
            </thead>
            <tbody>
              ${years.map(
                ({ year, paperCount, citationCount }) =>
                  html`<tr>
                    <th scope="row">${year}</th>
                    <td>${numeral(paperCount)}</td>
                    <td>${numeral(citationCount)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  `;
};
