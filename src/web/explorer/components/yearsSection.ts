import { html, nothing, type TemplateResult } from 'lit';
import type { FacetGroupsFragment } from '../__generated__/graphql.ts';
import { formatNumber } from '../format.ts';
import { barChart } from './barChart.ts';
import { figure } from './figure.ts';

type Figure = readonly [count: number | undefined, label: string];

/** The figures of an entity and a chart of its papers by year. Figures that are 0 or unknown are left out. */
export const yearsSection = (
  figures: readonly Figure[],
  groups: FacetGroupsFragment | null,
): TemplateResult | typeof nothing => {
  const years = (groups?.nodes ?? [])
    .map(({ keys: [key], paperCount }) => ({ year: Number(key?.value), count: paperCount }))
    .sort((a, b) => a.year - b.year);
  if (years.length === 0) return nothing;
  return html`<section class="panel metrics" aria-label="Figures">
    <h2 class="visually-hidden">Figures</h2>
    <dl class="figures">
      ${figures.map(([count, label]) => (count ? figure(formatNumber(count), label) : nothing))}
    </dl>
    <figure class="chart">
      <figcaption>Papers per year</figcaption>
      ${barChart({ years, heading: 'Papers per year', noun: 'paper' })}
    </figure>
  </section>`;
};
