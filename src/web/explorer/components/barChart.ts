import { html, svg, type TemplateResult } from 'lit';
import type { AuthorPageQuery } from '../__generated__/graphql.ts';
import { formatCount, formatNumber } from '../format.ts';

/** What is counted for each year of an author's work. */
export type YearCounts = NonNullable<NonNullable<AuthorPageQuery['author']>['activity']>['years'][number];
export type Series = 'paperCount' | 'citationCount' | 'newCollaboratorCount';

export const seriesLabels: Readonly<Record<Series, { heading: string; noun: string }>> = {
  paperCount: { heading: 'Papers per year', noun: 'paper' },
  citationCount: { heading: 'Citations per year', noun: 'citation' },
  newCollaboratorCount: { heading: 'New collaborators per year', noun: 'new collaborator' },
};

/** In units of the drawing, which is stretched to the width of the page. */
const HEIGHT = 80;
const STEP = 10;
const GAP = 3;
/** The width of the chart is at least that of this many years, so that a few bars stay narrow. */
const MIN_YEARS = 10;
/** The largest number of years that are written below the chart. */
const MAX_LABELS = 6;

/**
 * A number for each year as bars with axes. Years without a number have an empty place. Styles are set as properties,
 * because the page's policy forbids style attributes.
 */
export const barChart = (years: readonly YearCounts[], series: Series): TemplateResult | string => {
  const [first, last] = [years.at(0)?.year, years.at(-1)?.year];
  if (first === undefined || last === undefined) return '';
  const maxCount = Math.max(...years.map((each) => each[series]));
  const top = axisMaximum(maxCount);
  const slotCount = Math.max(last - first + 1, MIN_YEARS);
  const width = slotCount * STEP - GAP;
  const maxYear = years.find((each) => each[series] === maxCount)?.year;
  const { heading, noun } = seriesLabels[series];
  const description = `${heading}, ${first} to ${last}; most in ${maxYear}: ${formatCount(maxCount, noun)}`;
  const ticks = top > 1 ? [0, top / 2, top] : [0, top];
  const heightOf = (count: number): number => (count / top) * HEIGHT;
  return html`
    <div class="plot">
      <div class="y-axis" aria-hidden="true">
        ${ticks.map((tick) => html`<span .style=${`bottom: ${(100 * tick) / top}%`}>${formatNumber(tick)}</span>`)}
      </div>
      <svg viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${description}>
        ${ticks.map((tick) => svg`<line x1="0" x2=${width} y1=${HEIGHT - heightOf(tick)} y2=${HEIGHT - heightOf(tick)} />`)}
        ${years.map(
          ({ year, [series]: count }) =>
            svg`<rect x=${(year - first) * STEP} y=${HEIGHT - heightOf(count)} width=${STEP - GAP} height=${heightOf(count)}>
                <title>${year}: ${formatCount(count, noun)}</title>
              </rect>`,
        )}
      </svg>
      <div class="x-axis" aria-hidden="true">
        ${labeledYears(first, last).map(
          (year) =>
            html`<span .style=${`left: ${(100 * ((year - first) * STEP + (STEP - GAP) / 2)) / width}%`}
              >${year}</span
            >`,
        )}
      </div>
    </div>
  `;
};

/** The smallest even number of the form 2, 4, 10, 20, 40, 100 … that is not below a count; 1 for 1. */
const axisMaximum = (count: number): number => {
  if (count <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(count));
  const maximum = [1, 2, 4, 6, 8, 10].map((factor) => factor * power).find((each) => each >= count) ?? count;
  return maximum === 1 ? 2 : maximum;
};

/** Years at equal distances, from the first one. */
const labeledYears = (first: number, last: number): number[] => {
  const step = [1, 2, 5, 10, 20, 50].find((each) => (last - first) / each < MAX_LABELS) ?? 100;
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
};
