import { html, nothing, type TemplateResult } from 'lit';
import type { AuthorPageQuery } from '../__generated__/graphql.ts';
import { formatCount, formatDate, formatNumber, formatYears } from '../format.ts';
import './activityChart.ts';
import type { YearCounts } from './activityChart.ts';
import { figure } from './figure.ts';

type Metrics = NonNullable<NonNullable<AuthorPageQuery['author']>['metrics']>;

/** The figures of an author, a note on their basis, and a chart of the years. */
export const authorMetrics = (metrics: Metrics, years: readonly YearCounts[]): TemplateResult => {
  const { paperCount, papersWithUnknownCitations, firstYear, lastYear } = metrics;
  return html`
    <section class="metrics" aria-label="Figures">
      <div>
        <dl class="figures">
          ${figure(formatNumber(paperCount), 'papers')}
          ${figure(formatNumber(metrics.collaboratorCount), 'collaborators')}
          ${papersWithUnknownCitations === paperCount ? nothing : citationFigures(metrics)}
          ${firstYear === null ? nothing : figure(formatYears(firstYear, lastYear), 'active')}
        </dl>
        <p class="note">
          Computed from the ${formatCount(paperCount, 'paper')} stored here. ${citationNote(metrics)} Date of
          the data: ${formatDate(metrics.asOf)}.
        </p>
      </div>
      <activity-chart .years=${years}></activity-chart>
    </section>
  `;
};

const citationFigures = ({ citationCount, hIndex, i10Index }: Metrics): TemplateResult => html`
  ${figure(formatNumber(citationCount), 'citations')}
  ${figure(formatNumber(hIndex), 'h-index', 'The largest h such that h papers have at least h citations each')}
  ${figure(formatNumber(i10Index), 'i10-index', 'Papers with at least 10 citations')}
`;

const citationNote = ({ paperCount, papersWithUnknownCitations: unknown }: Metrics): string => {
  if (unknown === 0) return '';
  if (unknown === paperCount) return 'Their sources do not state citations.';
  return `Citations are unknown for ${formatNumber(unknown)} of them, so that the citation figures are lower bounds.`;
};
