import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Years } from '../filterPicture.ts';

/**
 * Two thumbs on one line, for the first and the last year.
 *
 * @param all from which year to which there is anything
 * @param chosen what is shown of it
 */
export const yearRange = (all: Years, chosen: Years, choose: (years: Years) => void) => {
  const thumb = (name: string, value: number, chosenAt: (year: number) => Years) =>
    html`<input
      type="range"
      part="year"
      aria-label=${name}
      min=${all.first}
      max=${all.last}
      .value=${live(String(value))}
      @input=${({ target }: InputEvent) => choose(chosenAt(Number((target as HTMLInputElement).value)))}
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
