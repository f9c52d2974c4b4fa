import { html, nothing, svg, type TemplateResult } from 'lit';
import { formatCount, formatNumber } from '../format.ts';

export interface YearCount {
  readonly year: number;
  readonly count: number;
}

interface BarChart {
  /** The count of each year, in ascending order of the years. */
  years: readonly YearCount[];
  /** The name of the chart for screen readers, for example "Papers per year". */
  heading: string;
  /** A noun for the counted items, in the singular, for example "paper". */
  noun: string;
  /** The axis reaches at least this count. Default: the largest count of a year. */
  top?: number;
  /** The first and last year of the axis. Default: those of `years`. */
  range?: readonly [first: number, last: number];
  /**
   * Makes the chart less high, for several charts below each other. Only the last one has years below its bars
   * (`withYears`).
   */
  small?: 'withYears' | 'withoutYears';
}

/** The height of the bars in units of the drawing, which is stretched to the width of the page. */
const HEIGHT = 80;
const STEP = 10;
const GAP = 3;
/** The chart has room for at least this number of years, so that a single bar does not fill it. */
const MIN_YEARS = 5;
/** The maximum width of the chart for each year, in rem, so that the bars of a few years are not too wide. */
const MAX_YEAR_WIDTH = 3;
/** The maximum number of years that are written below a chart; MAX_LABELS_SMALL is the maximum for a small chart. */
const MAX_LABELS = 6;
const MAX_LABELS_SMALL = 4;

/**
 * Draws a bar for the number of each year, with axes. A year without a number has no bar. Styles are set as properties,
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
    <div class=${small ? 'small plot' : 'plot'} .style=${`max-width: ${slotCount * MAX_YEAR_WIDTH + 3}rem`}>
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
              ${labeledYears(first, last, slotCount / (small ? MAX_LABELS_SMALL : MAX_LABELS)).map(
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

/** The years to write below the chart: the first year, and later years at equal distances of at least `least` years. */
const labeledYears = (first: number, last: number, least: number): number[] => {
  const step = [1, 2, 5, 10, 20, 50].find((each) => each >= least) ?? 100;
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
};
