import { html, LitElement, type TemplateResult } from 'lit';
import { formatNumber } from '../format.ts';
import type { AuthorPageQuery } from '../__generated__/graphql.ts';
import { barChart } from './barChart.ts';
import { selectField } from './selectField.ts';

/** The counts for one year of an author's work. */
export type YearCounts = NonNullable<NonNullable<AuthorPageQuery['author']>['activity']>['years'][number];
type Series = 'paperCount' | 'citationCount' | 'newCollaboratorCount';

const seriesLabels: Readonly<Record<Series, { heading: string; noun: string }>> = {
  paperCount: { heading: 'Papers per year', noun: 'paper' },
  citationCount: { heading: 'Citations per year', noun: 'citation' },
  newCollaboratorCount: { heading: 'New collaborators per year', noun: 'new collaborator' },
};

/**
 * An author's papers, citations and new collaborators by year: a chart of the series that the user chooses, and a table
 * of all three.
 */
class ActivityChart extends LitElement {
  static override properties = { years: { attribute: false }, series: { state: true } };
  declare years: readonly YearCounts[];
  declare private series: Series;

  constructor() {
    super();
    this.years = [];
    this.series = 'paperCount';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | string {
    if (this.years.length === 0) return '';
    const labels = Object.fromEntries(
      Object.entries(seriesLabels)
        .filter(([series]) => this.years.some((year) => year[series as Series] > 0))
        .map(([series, { heading }]) => [series, heading]),
    ) as Record<Series, string>;
    return html`<figure class="chart">
      <figcaption class="panel-head">
        ${selectField('Chart', labels, this.series, (series) => (this.series = series))}
      </figcaption>
      ${barChart({
        years: this.years
          .map(({ year, [this.series]: count }) => ({ year, count }))
          .filter(({ count }) => count > 0),
        ...seriesLabels[this.series],
      })}
      ${yearTable(this.years)}
    </figure>`;
  }
}

const yearTable = (years: readonly YearCounts[]): TemplateResult => html`
  <details>
    <summary>Show as a table</summary>
    <div class="scrolled" tabindex="0" role="region" aria-label="Activity per year as a table">
      <table>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col">Papers</th>
            <th scope="col">Citations</th>
            <th scope="col">New collaborators</th>
          </tr>
        </thead>
        <tbody>
          ${years.map(
            ({ year, paperCount, citationCount, newCollaboratorCount }) =>
              html`<tr>
                <th scope="row">${year}</th>
                <td>${formatNumber(paperCount)}</td>
                <td>${formatNumber(citationCount)}</td>
                <td>${formatNumber(newCollaboratorCount)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>
`;

customElements.define('activity-chart', ActivityChart);
