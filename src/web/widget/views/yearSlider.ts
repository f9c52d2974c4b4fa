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
    <output>${chosen.first}</output>
    <span class="thumbs">
      ${thumb('First year', chosen.first, (first) => ({ first: Math.min(first, chosen.last), last: chosen.last }))}
      ${thumb('Last year', chosen.last, (last) => ({ first: chosen.first, last: Math.max(last, chosen.first) }))}
    </span>
    <output>${chosen.last}</output>
  </div>`;
};
