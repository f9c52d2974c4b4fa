import { html, nothing, type TemplateResult } from 'lit';
import { entityPath } from '../address.ts';
import { counted, yearSpan } from '../labels.ts';

/** An entity with the number of papers that stand behind it. */
export interface CountedEdge {
  readonly node: { readonly id: string; readonly name: string; readonly countryCode?: string | null };
  readonly paperCount: number;
  readonly firstYear?: number | null;
  readonly lastYear?: number | null;
}

/** An entity in a list that goes by how many papers stand behind each, with the years of those. */
export const countedItem = ({ node, paperCount, firstYear, lastYear }: CountedEdge): TemplateResult => {
  const years = yearSpan(firstYear ?? null, lastYear ?? null);
  return html`
    <a class="name" href=${entityPath(node.id)}>${node.name}</a>
    ${node.countryCode ? html`<span class="aside">${node.countryCode}</span>` : nothing}
    <span class="measure">
      ${paperCount === 0 ? nothing : counted(paperCount, 'paper')}${years === '' ? nothing : html` <span class="years">${years}</span>`}
    </span>
  `;
};
