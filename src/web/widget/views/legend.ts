import { html, nothing } from 'lit';
import type { NeighborTotals } from '../api/fetchSlice.ts';
import type { PictureNode } from '../picture.ts';
import type { EntityKind } from '../slice.ts';
import { kindHeading } from '../labels.ts';

export interface LegendContent {
  /** The kinds that the user can choose. */
  kinds: readonly EntityKind[];
  nodes: readonly PictureNode[];
  visibleNodes: readonly PictureNode[];
  hiddenKinds: ReadonlySet<EntityKind>;
  totals: NeighborTotals;
}

/**
 * A switch for each kind, with its shape, its color and a number. The number is the number of visible nodes of the
 * kind; if the kind is hidden, of all its nodes; if the kind is not loaded, of the neighbors of the centers. Kinds
 * without nodes and neighbors are left out. Returns nothing if there is only one kind and it is visible.
 */
export const legend = (
  { kinds, nodes, visibleNodes, hiddenKinds, totals }: LegendContent,
  toggle: (kind: EntityKind, isLoaded: boolean) => void,
) => {
  const switches = kinds.flatMap((kind) => {
    const isKind = ({ entity }: PictureNode): boolean => entity.kind === kind;
    const isLoaded = nodes.some(isKind);
    const isShown = isLoaded && !hiddenKinds.has(kind);
    const count = isLoaded ? (isShown ? visibleNodes : nodes).filter(isKind).length : (totals.get(kind) ?? 0);
    return isLoaded || count > 0 ? [{ kind, isLoaded, isShown, count }] : [];
  });
  if (switches.length === 1 && switches[0]?.isShown) return nothing;
  return html`<div class="legend" part="legend" role="group" aria-label="Kinds shown">
    ${switches.map(
      ({ kind, isLoaded, isShown, count }) =>
        html`<button
          type="button"
          part="button kind"
          class="kind ${kind.toLowerCase()}"
          aria-pressed=${isShown ? 'true' : 'false'}
          title=${`${isShown ? 'Hide' : 'Show'} ${kindHeading(kind).toLowerCase()}`}
          @click=${() => toggle(kind, isLoaded)}
        >
          <span class="swatch"></span>${kindHeading(kind)}
          <span class="number">${count.toLocaleString('en')}</span>
        </button>`,
    )}
  </div>`;
};
