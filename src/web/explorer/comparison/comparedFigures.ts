import { html, nothing, type TemplateResult } from 'lit';
import type { ComparedEntityFragment } from '../__generated__/graphql.ts';
import { entityPath } from '../address.ts';
import { formatNumber, formatYears } from '../format.ts';
import { hasCitationFigures } from '../hasCitationFigures.ts';

type Figure = readonly [label: string, value: string];

/** The numbers that are compared, by the kind of the entity. */
const figuresOf = (entity: ComparedEntityFragment): Figure[] => {
  const papers: Figure = ['Papers', formatNumber(entity.paperCount)];
  if (entity.__typename === 'Paper') {
    return [
      ['Year', String(entity.year ?? '–')],
      ['Citations', entity.citationCount === null ? '–' : formatNumber(entity.citationCount)],
    ];
  }
  if (entity.__typename !== 'Author' || !entity.metrics) return [papers];
  const { metrics } = entity;
  const { collaboratorCount, citationCount, hIndex, firstYear, lastYear } = metrics;
  const citationFigure = (value: number): string => (hasCitationFigures(metrics) ? formatNumber(value) : '–');
  return [
    papers,
    ['Collaborators', formatNumber(collaboratorCount)],
    ['Citations', citationFigure(citationCount)],
    ['h-index', citationFigure(hIndex)],
    ['Active', formatYears(firstYear, lastYear) || '–'],
  ];
};

const lacksCitations = (entity: ComparedEntityFragment): boolean =>
  entity.__typename === 'Author' && entity.metrics !== null && !hasCitationFigures(entity.metrics);

/** A table with the figures of the entities side by side. Figures that are unknown for all are left out. */
export const comparedFigures = (entities: readonly ComparedEntityFragment[]): TemplateResult => {
  const columns = entities.map(figuresOf);
  const isKnown = (row: number): boolean => columns.some((figures) => figures[row]?.[1] !== '–');
  return html`
    <div class="scrolled" tabindex="0" role="region" aria-label="Table of the figures">
      <table class="compared-figures">
        <thead>
          <tr>
            <td></td>
            ${entities.map(({ id, label }) => html`<th scope="col"><a href=${entityPath(id)}>${label}</a></th>`)}
          </tr>
        </thead>
        <tbody>
          ${columns[0]?.map(([label], row) =>
            isKnown(row)
              ? html`<tr>
                  <th scope="row">${label}</th>
                  ${columns.map((figures) => html`<td>${figures[row]?.[1]}</td>`)}
                </tr>`
              : nothing,
          )}
        </tbody>
      </table>
    </div>
    ${
      entities.some(lacksCitations)
        ? html`<p class="note">
            Citations are left out where they are known for less than half of the papers.
          </p>`
        : nothing
    }
  `;
};
