import { html } from 'lit';
import type { PictureNode } from '../picture.ts';
import type { EntityKind, Omission } from '../slice.ts';
import { formatCount, kindLabel } from '../labels.ts';

export interface CardContent {
  node: PictureNode;
  /** Whether the element shows the graph around this node, so that opening it would change nothing. */
  isCenter: boolean;
  /** Number of visible neighbors. */
  neighborCount: number;
  omitted: readonly Omission[];
  /** Whether its neighbors have been fetched. */
  isExpanded: boolean;
  isExpanding: boolean;
}

export interface CardActions {
  open(): void;
  expand(kind?: EntityKind): void;
  close(): void;
}

/** Details of the selected node, and its actions. */
export const card = (
  { node, isCenter, neighborCount, omitted, isExpanded, isExpanding }: CardContent,
  actions: CardActions,
) => {
  const { kind, label, paperCount, year } = node.entity;
  const facts = [
    kindLabel(kind),
    kind === 'PAPER' ? (year ?? 'year unknown') : formatCount(paperCount, 'paper'),
    `${formatCount(neighborCount, 'neighbor')} shown`,
  ];
  return html`<section class="card ${kind.toLowerCase()}" part="card" aria-label="Selected node">
    <button type="button" class="close" part="button" aria-label="Close" @click=${() => actions.close()}>
      ×
    </button>
    <h2 title=${label}><span class="swatch"></span>${label}</h2>
    <p>${facts.join(' · ')}</p>
    <div class="actions">
      ${isCenter ? null : html`<button type="button" part="button" @click=${() => actions.open()}>Open</button>`}
      ${moreButtons(omitted, isExpanded, isExpanding, actions)}
    </div>
  </section>`;
};

const moreButtons = (
  omitted: readonly Omission[],
  isExpanded: boolean,
  isExpanding: boolean,
  actions: CardActions,
) => {
  if (isExpanding) return html`<span class="muted">Loading neighbors …</span>`;
  if (omitted.length === 0) {
    return isExpanded
      ? html`<span class="muted">All neighbors are shown</span>`
      : html`<button type="button" part="button" @click=${() => actions.expand()}>Show neighbors</button>`;
  }
  return omitted.map(
    ({ kind, count }) =>
      html`<button
        type="button"
        part="button"
        title="Show the next of ${formatCount(count, `more ${kindLabel(kind)}`)}"
        @click=${() => actions.expand(kind)}
      >
        +${formatCount(count, kindLabel(kind))}
      </button>`,
  );
};
