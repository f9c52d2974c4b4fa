import { html, nothing, type TemplateResult } from 'lit';
import type { FacetGroupsFragment } from '../__generated__/graphql.ts';
import { countryName, formatNumber } from '../format.ts';
import { panel } from './panel.ts';

/** The countries of an entity's papers, each with a bar for its number of papers. Nothing if none is known. */
export const countryPanel = (countries: FacetGroupsFragment | null): TemplateResult | typeof nothing => {
  const groups = countries?.nodes ?? [];
  const most = groups[0]?.paperCount ?? 0;
  if (groups.length === 0) return nothing;
  return panel({
    id: 'countries',
    heading: 'Countries',
    body: html`
      <table class="bars">
        <thead class="visually-hidden">
          <tr>
            <th scope="col">Country</th>
            <th scope="col">Papers</th>
          </tr>
        </thead>
        <tbody>
          ${groups.map(({ keys: [key], paperCount }) => {
            const code = key?.value ?? '';
            return html`<tr>
              <th scope="row">${countryName(code)}</th>
              <td>
                <span class="bar" .style=${`width: calc((100% - 4em) * ${paperCount / most})`}></span>
                <span>${formatNumber(paperCount)}</span>
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
      <p class="note">
        Countries of the institutions on the papers. A paper counts in each of its countries.
      </p>
    `,
  });
};
