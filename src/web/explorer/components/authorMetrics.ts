import { html, nothing, type TemplateResult } from 'lit';
import type { AuthorPageQuery } from '../__generated__/graphql.ts';
import { hasCitationFigures } from '../hasCitationFigures.ts';
import { formatCount, formatDate, formatNumber, formatYears } from '../format.ts';
import './activityChart.ts';
import type { YearCounts } from './activityChart.ts';
import { figure } from './figure.ts';

type Metrics = NonNullable<NonNullable<AuthorPageQuery['author']>['metrics']>;

/** The metrics of an author, a note about the papers they are computed from, and a chart by year. */
export const authorMetrics = (metrics: Metrics, years: readonly YearCounts[]): TemplateResult => {
  const { paperCount, collaboratorCount, firstYear, lastYear } = metrics;
  return html`
    <section class="panel metrics" aria-label="Figures">
      <h2 class="visually-hidden">Figures</h2>
      <dl class="figures">
        ${figure(formatNumber(paperCount), paperCount === 1 ? 'paper' : 'papers')}
        ${figure(formatNumber(collaboratorCount), collaboratorCount === 1 ? 'collaborator' : 'collaborators')}
        ${firstYear === null ? nothing : figure(formatYears(firstYear, lastYear), 'active')}
        ${hasCitationFigures(metrics) ? citationFigures(metrics) : nothing}
      </dl>
      <activity-chart .years=${years}></activity-chart>
      <p class="note">
        Computed from the ${formatCount(paperCount, 'paper')} stored here. ${citationNote(metrics)} Date of
        the data: ${formatDate(metrics.asOf)}.
      </p>
    </section>
  `;
};

const citationFigures = ({ citationCount, hIndex, i10Index }: Metrics): TemplateResult => html`
  ${figure(formatNumber(citationCount), citationCount === 1 ? 'citation' : 'citations')}
  ${figure(formatNumber(hIndex), 'h-index', 'The largest h such that h papers have at least h citations each')}
  ${figure(formatNumber(i10Index), 'i10-index', 'Papers with at least 10 citations')}
`;

const citationNote = (metrics: Metrics): string => {
  const { paperCount, papersWithUnknownCitations: unknown } = metrics;
  if (unknown === 0) return '';
  if (unknown === paperCount) return 'Their sources do not state citations.';
  if (!hasCitationFigures(metrics))
    return `Citations are known for ${formatNumber(paperCount - unknown)} of them only, too few for figures.`;
  return `Citations are unknown for ${formatNumber(unknown)} of them, so that the citation figures are lower bounds.`;
};
