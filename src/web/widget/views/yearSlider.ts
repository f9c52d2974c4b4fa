import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import type { YearRange } from '../filterPicture.ts';

/**
 * A slider with two thumbs, for the first and the last year.
 *
 * @param range the years of the slice
 * @param chosen the years that are shown
 */
export const yearSlider = (range: YearRange, chosen: YearRange, onChange: (years: YearRange) => void) => {
  const clamp = (year: number): number => Math.min(range.last, Math.max(range.first, year));
  const [first, last] = [clamp(chosen.first), clamp(chosen.last)];
  const percent = (year: number): string =>
    `${(100 * (year - range.first)) / Math.max(range.last - range.first, 1)}%`;
  const thumb = (name: string, value: number, rangeAt: (year: number) => YearRange) =>
    html`<input
      type="range"
      part="year"
      aria-label=${name}
      min=${range.first}
      max=${range.last}
      .value=${live(String(value))}
      @input=${({ target }: InputEvent) => onChange(rangeAt(Number((target as HTMLInputElement).value)))}
    />`;
  return html`<div class="years" part="years" role="group" aria-label="Years shown">
    <output>${first}</output>
    <span class="thumbs" .style=${`--from: ${percent(first)}; --to: ${percent(last)}`}>
      ${thumb('First year', first, (year) => ({ first: Math.min(year, last), last }))}
      ${thumb('Last year', last, (year) => ({ first, last: Math.max(year, first) }))}
    </span>
    <output>${last}</output>
  </div>`;
};
