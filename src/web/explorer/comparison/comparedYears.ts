import { html, nothing, type TemplateResult } from 'lit';
import type { ComparisonQuery } from '../__generated__/graphql.ts';
import { barChart } from '../components/barChart.ts';

type Years = NonNullable<NonNullable<ComparisonQuery['comparison']>['years']>;

/**
 * Two charts of the number of papers per year, with the same axes. @param noun a noun for the counted items, in the
 * singular
 */
export const comparedYears = (
  years: Years,
  names: readonly [string, string],
  noun: string,
): TemplateResult | typeof nothing => {
  if (years.length === 0) return nothing;
  const counts = [
    years.map(({ year, firstPaperCount }) => ({ year, count: firstPaperCount })),
    years.map(({ year, secondPaperCount }) => ({ year, count: secondPaperCount })),
  ];
  const top = Math.max(...counts.flat().map(({ count }) => count));
  return html`<div class="compared-years">
    ${counts.map(
      (each, index) =>
        html`<figure class="chart" data-side=${index === 0 ? 'onlyFirst' : 'onlySecond'}>
          <figcaption>${names[index]}</figcaption>
          ${barChart({ years: each, heading: `${names[index]}: ${noun}s per year`, noun, top })}
        </figure>`,
    )}
  </div>`;
};
