import { html } from 'lit';
import type { PicturedNode } from '../picture.ts';
import type { EntityKind, Omission } from '../slice.ts';
import { counted, kindWord } from '../labels.ts';

/** What is said of the chosen node, and what can be done with it. */
export interface CardContent {
  node: PicturedNode;
  /** Nodes that it is linked with in the picture. */
  neighborCount: number;
  omitted: readonly Omission[];
  /** Whether anybody looked around it yet. */
  isLookedAround: boolean;
  isExpanding: boolean;
}

export interface CardActions {
  open(): void;
  expand(only?: EntityKind): void;
  close(): void;
}

export const card = (
  { node, neighborCount, omitted, isLookedAround, isExpanding }: CardContent,
  actions: CardActions,
) => {
  const { kind, label, paperCount, year } = node.entity;
  const facts = [
    kindWord(kind),
    kind === 'PAPER' ? (year ?? 'year unknown') : counted(paperCount, 'paper'),
    `${counted(neighborCount, 'neighbor')} shown`,
  ];
  return html`<section class="card ${kind.toLowerCase()}" part="card" aria-label="Chosen">
    <button type="button" class="close" part="button" aria-label="Close" @click=${() => actions.close()}>
      ×
    </button>
    <h2 title=${label}><span class="swatch"></span>${label}</h2>
    <p>${facts.join(' · ')}</p>
    <div class="actions">
      <button type="button" part="button" @click=${() => actions.open()}>Open</button>
      ${moreButtons(omitted, isLookedAround, isExpanding, actions)}
    </div>
  </section>`;
};

const moreButtons = (
  omitted: readonly Omission[],
  isLookedAround: boolean,
  isExpanding: boolean,
  actions: CardActions,
) => {
  if (isExpanding) return html`<span class="muted">Taking in more …</span>`;
  if (omitted.length === 0) {
    return isLookedAround
      ? html`<span class="muted">All of its neighbors are here</span>`
      : html`<button type="button" part="button" @click=${() => actions.expand()}>
          Show its neighbors
        </button>`;
  }
  return omitted.map(
    ({ kind, count }) =>
      html`<button
        type="button"
        part="button"
        title="Take in the next of ${counted(count, `more ${kindWord(kind)}`)}"
        @click=${() => actions.expand(kind)}
      >
        +${counted(count, kindWord(kind))}
      </button>`,
  );
};
