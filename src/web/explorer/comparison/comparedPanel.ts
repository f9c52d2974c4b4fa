import { html, nothing, svg, type TemplateResult } from 'lit';
import { entityPath } from '../address.ts';
import type { PagedList } from '../api/pagedList.ts';
import { csvButton, type CsvColumn } from '../components/csvButton.ts';
import { pagedItems } from '../components/pagedItems.ts';
import { panel } from '../components/panel.ts';
import { formatNumber } from '../format.ts';
import { sides, type ComparedItem, type ComparedLists, type Side } from './comparedLists.ts';

interface ComparedPanel {
  id: string;
  heading: string;
  lists: ComparedLists[keyof ComparedLists];
  /** The names of the two entities. */
  names: readonly [first: string, second: string];
}

/**
 * A panel with three lists: the entries of only the first entity, of both entities, and of only the second entity.
 * Returns nothing if all three lists are empty.
 */
export const comparedPanel = ({
  id,
  heading,
  lists,
  names,
}: ComparedPanel): TemplateResult | typeof nothing => {
  if (sides.every((side) => lists[side].total === 0)) return nothing;
  const headings: Readonly<Record<Side, string>> = {
    onlyFirst: `Only ${names[0]}`,
    shared: 'Both',
    onlySecond: `Only ${names[1]}`,
  };
  return panel({
    id,
    heading,
    body: html`
      ${shareBar(sides.map((side) => lists[side].total ?? 0))}
      <div class="pair-lists">
        ${sides.map((side) => comparedList(id, side, headings[side], lists[side]))}
      </div>
    `,
  });
};

/** A list with a name that is unique in the page, because it contains the heading of the panel. */
const comparedList = (
  panelId: string,
  side: Side,
  heading: string,
  list: PagedList<ComparedItem>,
): TemplateResult => html`
  <section aria-labelledby="${panelId}-heading ${panelId}-${side}" data-side=${side}>
    <div class="panel-head">
      <h3 id="${panelId}-${side}">
        ${heading}
        ${list.total === undefined ? nothing : html`<span class="count">${formatNumber(list.total)}</span>`}
      </h3>
      ${csvButton(list, `${panelId}-${side} ${heading}`, columns)}
    </div>
    ${pagedItems(list, comparedItem, { empty: 'None.', noun: 'entries' }, 'row-list')}
  </section>
`;

const columns: readonly CsvColumn<ComparedItem>[] = [
  ['id', ({ node }) => node.id],
  ['name', ({ node }) => node.label],
  ['year', ({ node }) => node.year],
];

const comparedItem = ({ node: { id, label, year } }: ComparedItem): TemplateResult => html`
  <a class="name" href=${entityPath(id)}>${label}</a>
  ${year === undefined || year === null ? nothing : html`<span class="row-value">${year}</span>`}
`;

/** The three counts as the parts of a bar. It repeats the counts, so screen readers skip it. */
const shareBar = (counts: readonly number[]): TemplateResult => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let start = 0;
  return html`<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    ${counts.map((count, index) => {
      const width = (100 * count) / total;
      const part = svg`<rect data-side=${sides[index] ?? nothing} x=${start} y="0" width=${width} height="4" />`;
      start += width;
      return part;
    })}
  </svg>`;
};
