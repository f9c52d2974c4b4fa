import { html } from 'lit';
import type { PictureNode } from '../picture.ts';
import { entityKinds, type EntityKind } from '../slice.ts';
import { kindHeading } from '../labels.ts';

/** A toggle for each kind, with its shape, color and number of nodes: the visible ones, or all if it is hidden. */
export const legend = (
  allNodes: readonly PictureNode[],
  visibleNodes: readonly PictureNode[],
  hiddenKinds: ReadonlySet<EntityKind>,
  toggle: (kind: EntityKind) => void,
) =>
  html`<div class="legend" part="legend" role="group" aria-label="Kinds shown">
    ${entityKinds.map((kind) => {
      const isHidden = hiddenKinds.has(kind);
      const isKind = ({ entity }: PictureNode): boolean => entity.kind === kind;
      if (!allNodes.some(isKind)) return null;
      const count = (isHidden ? allNodes : visibleNodes).filter(isKind).length;
      return html`<button
        type="button"
        part="button kind"
        class="kind ${kind.toLowerCase()}"
        aria-pressed=${isHidden ? 'false' : 'true'}
        title=${isHidden ? `Show ${kindHeading(kind).toLowerCase()}` : `Hide ${kindHeading(kind).toLowerCase()}`}
        @click=${() => toggle(kind)}
      >
        <span class="swatch"></span>${kindHeading(kind)} <span class="number">${count}</span>
      </button>`;
    })}
  </div>`;
