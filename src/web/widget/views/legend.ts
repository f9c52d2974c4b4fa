import { html, nothing } from 'lit';
import type { NeighborTotals } from '../api/fetchSlice.ts';
import type { PictureNode } from '../picture.ts';
import type { EntityKind } from '../slice.ts';
import { kindHeading } from '../labels.ts';

export interface LegendContent {
  /** The kinds of nodes that the user can show or hide. */
  kinds: readonly EntityKind[];
  nodes: readonly PictureNode[];
  /** The nodes of the years that the user has chosen, including nodes of kinds that the user has hidden. */
  nodesOfAllKinds: readonly PictureNode[];
  visibleNodes: readonly PictureNode[];
  hiddenKinds: ReadonlySet<EntityKind>;
  /** By kind: the number of neighbors of the centers in all years, whatever years the user has chosen. */
  totals: NeighborTotals;
  isLimitedToYears: boolean;
}

/**
 * A switch for each kind, which shows or hides its nodes. It has the shape and color of the kind and a number. If nodes
 * of the kind are loaded, this is the number of nodes that are or, for a hidden kind, would be visible. Otherwise it is
 * the number of neighbors of the centers, or is left out if only some years are shown. Kinds without nodes and
 * neighbors have no switch. Returns nothing if there is only one kind and it is visible.
 */
export const legend = (
  { kinds, nodes, nodesOfAllKinds, visibleNodes, hiddenKinds, totals, isLimitedToYears }: LegendContent,
  toggle: (kind: EntityKind, isLoaded: boolean) => void,
) => {
  const switches = kinds.flatMap((kind) => {
    const isKind = ({ entity }: PictureNode): boolean => entity.kind === kind;
    const isLoaded = nodes.some(isKind);
    const isShown = isLoaded && !hiddenKinds.has(kind);
    const total = totals.get(kind) ?? 0;
    if (!isLoaded && total === 0) return [];
    const shown = (isShown ? visibleNodes : nodesOfAllKinds).filter(isKind).length;
    return [{ kind, isLoaded, isShown, count: isLoaded ? shown : isLimitedToYears ? undefined : total }];
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
          <span class="number">${count?.toLocaleString('en')}</span>
        </button>`,
    )}
  </div>`;
};
