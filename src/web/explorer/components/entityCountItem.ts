import { html, nothing, type TemplateResult } from 'lit';
import { entityPath } from '../address.ts';
import { formatCount, formatYears } from '../format.ts';

/** An entity with a number of papers, and the years of these papers. */
export interface EntityCount {
  readonly node: { readonly id: string; readonly name: string; readonly countryCode?: string | null };
  readonly paperCount: number;
  readonly firstYear?: number | null;
  readonly lastYear?: number | null;
}

export const entityCountItem = ({ node, paperCount, firstYear, lastYear }: EntityCount): TemplateResult => {
  const years = formatYears(firstYear ?? null, lastYear ?? null);
  return html`
    <a class="name" href=${entityPath(node.id)}>${node.name}</a>
    ${node.countryCode ? html`<span class="aside country">${node.countryCode}</span>` : nothing}
    <span class="row-value">
      ${paperCount === 0 ? nothing : formatCount(paperCount, 'paper')}${years === '' ? nothing : html` <span class="years">${years}</span>`}
    </span>
  `;
};
