import { html, nothing, type TemplateResult } from 'lit';
import type { AuthorPageQuery } from '../__generated__/graphql.ts';
import { counted, dayOf, numeral, yearSpan } from '../labels.ts';
import { barChart } from './barChart.ts';
import { figure } from './entityHeader.ts';

type Metrics = NonNullable<NonNullable<AuthorPageQuery['author']>['metrics']>;

/** An author's figures, what they rest on, and papers a year. */
export const authorMetrics = (metrics: Metrics): TemplateResult => {
  const { paperCount, papersWithUnknownCitations: unknown, firstYear, lastYear } = metrics;
  return html`
    <section class="metrics" aria-label="Figures">
      <div>
        <dl class="figures">
          ${figure(numeral(paperCount), 'papers')}
          ${figure(numeral(metrics.collaboratorCount), 'collaborators')}
          ${unknown === paperCount ? nothing : citationFigures(metrics)}
          ${firstYear === null ? nothing : figure(yearSpan(firstYear, lastYear), 'active')}
        </dl>
        <p class="note">
          Computed from the ${counted(paperCount, 'paper')} stored here${citationWords(metrics)}. As of
          ${dayOf(metrics.asOf)}.
        </p>
      </div>
      ${barChart(metrics.byYear)}
    </section>
  `;
};

const citationFigures = ({ citationCount, hIndex, i10Index }: Metrics): TemplateResult => html`
  ${figure(numeral(citationCount), 'citations')}
  ${figure(numeral(hIndex), 'h-index', 'The largest h such that h papers have at least h citations each')}
  ${figure(numeral(i10Index), 'i10-index', 'Papers with at least 10 citations')}
`;

/** What the figures about citations do not know of. */
const citationWords = ({ paperCount, papersWithUnknownCitations: unknown }: Metrics): string => {
  if (unknown === 0) return '';
  if (unknown === paperCount) return '; their sources say nothing of citations';
  return `; the citations of ${numeral(unknown)} of them are unknown, so that the figures about citations are lower bounds`;
};
