import { html, nothing, svg, type TemplateResult } from 'lit';
import { formatCount, formatNumber } from '../format.ts';

export interface YearCount {
  readonly year: number;
  readonly count: number;
}

interface BarChart {
  /** Ascending. */
  years: readonly YearCount[];
  /** For screen readers: "Papers per year". */
  heading: string;
  /** What is counted, in the singular: "paper". */
  noun: string;
  /** The axis reaches at least this count. Default: the largest count of a year. */
  top?: number;
  /** The years of the axis; by default from the first year to the last one. */
  range?: readonly [first: number, last: number];
  /** A lower chart, for several charts below each other. Only the last of these shows years below it. */
  small?: 'withYears' | 'withoutYears';
}

/** In units of the drawing, which is stretched to the width of the page. */
const HEIGHT = 80;
const STEP = 10;
const GAP = 3;
/** The width of the chart is at least that of this many years, so that a few bars stay narrow. */
const MIN_YEARS = 10;
/** How many years are written below a chart, and below a small chart, at most. */
const MAX_LABELS = 6;
const MAX_LABELS_SMALL = 4;

/**
 * A number for each year as bars with axes. Years without a number have an empty place. Styles are set as properties,
 * because the page's policy forbids style attributes.
 */
export const barChart = ({
  years,
  heading,
  noun,
  top: least = 0,
  range,
  small,
}: BarChart): TemplateResult | string => {
  const [first, last] = range ?? [years.at(0)?.year, years.at(-1)?.year];
  if (first === undefined || last === undefined) return '';
  const maxCount = Math.max(...years.map(({ count }) => count));
  const top = axisMaximum(Math.max(maxCount, least));
  const slotCount = Math.max(last - first + 1, MIN_YEARS);
  const width = slotCount * STEP - GAP;
  const maxYear = years.find(({ count }) => count === maxCount)?.year;
  const description = `${heading}, ${first} to ${last}; most in ${maxYear}: ${formatCount(maxCount, noun)}`;
  const ticks = top > 1 && !small ? [0, top / 2, top] : [0, top];
  const heightOf = (count: number): number => (count / top) * HEIGHT;
  return html`
    <div class=${small ? 'small plot' : 'plot'}>
      <div class="y-axis" aria-hidden="true">
        ${ticks.map((tick) => html`<span .style=${`bottom: ${(100 * tick) / top}%`}>${formatNumber(tick)}</span>`)}
      </div>
      <svg viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${description}>
        ${ticks.map((tick) => svg`<line x1="0" x2=${width} y1=${HEIGHT - heightOf(tick)} y2=${HEIGHT - heightOf(tick)} />`)}
        ${years.map(
          ({ year, count }) =>
            svg`<rect x=${(year - first) * STEP} y=${HEIGHT - heightOf(count)} width=${STEP - GAP} height=${heightOf(count)}>
                <title>${year}: ${formatCount(count, noun)}</title>
              </rect>`,
        )}
      </svg>
      ${
        small === 'withoutYears'
          ? nothing
          : html`<div class="x-axis" aria-hidden="true">
              ${labeledYears(first, last, small ? MAX_LABELS_SMALL : MAX_LABELS).map(
                (year) =>
                  html`<span .style=${`left: ${(100 * ((year - first) * STEP + (STEP - GAP) / 2)) / width}%`}
                    >${year}</span
                  >`,
              )}
            </div>`
      }
    </div>
  `;
};

/** The top of the axis: the smallest of 1, 2, 4, 6, 8, 10, 20, 40, 60, 80, 100 … that is not below the count. */
const axisMaximum = (count: number): number => {
  if (count <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(count));
  const maximum = [1, 2, 4, 6, 8, 10].map((factor) => factor * power).find((each) => each >= count) ?? count;
  return maximum === 1 ? 2 : maximum;
};

/** Years at equal distances, from the first one. */
const labeledYears = (first: number, last: number, most: number): number[] => {
  const step = [1, 2, 5, 10, 20, 50].find((each) => (last - first) / each < most) ?? 100;
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
};
