import { html, nothing, type TemplateResult } from 'lit';
import type { Details } from '../api/detailsLoader.ts';
import { formatCount, kindLabel, relationLabel } from '../labels.ts';
import { isEdge, type PictureItem } from '../picture.ts';
import { edgeFacts } from './panel.ts';

/** The maximum number of papers in the tooltip of an edge. */
const PAPER_COUNT = 3;

/**
 * A tooltip with the full title of the node or edge under the pointer and, for an edge, the papers from which it is
 * derived.
 */
export const tooltip = (
  item: PictureItem,
  { papers }: Details,
  [x, y]: readonly [x: number, y: number],
  size: { width: number; height: number },
): TemplateResult => {
  const style =
    `${x > size.width / 2 ? `right: ${size.width - x + 12}px` : `left: ${x + 12}px`};` +
    (y > size.height / 2 ? `bottom: ${size.height - y + 12}px` : `top: ${y + 12}px`);
  // The style is set as a property, because a security policy may forbid style attributes.
  return html`<div class="tooltip" part="tooltip" .style=${style}>
    ${isEdge(item) ? edgeText(item, papers) : nodeText(item)}
  </div>`;
};

const nodeText = ({
  entity: { label, kind, paperCount, year },
  note,
}: Exclude<PictureItem, { from: unknown }>) =>
  html`<strong>${label}</strong>
    <p>
      ${kindLabel(kind)} · ${kind === 'PAPER' ? (year ?? 'year unknown') : formatCount(paperCount, 'paper')}
    </p>
    ${note === undefined ? nothing : html`<p>${note}</p>`}`;

const edgeText = (edge: Extract<PictureItem, { from: unknown }>, papers: Details['papers']) => {
  const more = edge.weight - Math.min(papers.length, PAPER_COUNT);
  return html`<strong
      >${edge.from.entity.label} ${relationLabel(edge.relation)} ${edge.to.entity.label}</strong
    >
    <p>${edgeFacts(edge)}</p>
    ${papers.slice(0, PAPER_COUNT).map(({ label, year }) => html`<p>${label}${year === null ? '' : ` (${year})`}</p>`)}
    ${papers.length > 0 && more > 0 ? html`<p>and ${formatCount(more, 'more paper')}</p>` : nothing}`;
};
