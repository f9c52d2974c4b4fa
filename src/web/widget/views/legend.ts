import { html } from 'lit';
import type { PictureNode } from '../picture.ts';
import { entityKinds, type EntityKind } from '../slice.ts';
import { kindHeading } from '../labels.ts';

/** A toggle for each kind, with its shape, color and number of nodes. */
export const legend = (
  nodes: readonly PictureNode[],
  hiddenKinds: ReadonlySet<EntityKind>,
  toggle: (kind: EntityKind) => void,
) =>
  html`<div class="legend" part="legend" role="group" aria-label="Kinds shown">
    ${entityKinds.map((kind) => {
      const count = nodes.filter(({ entity }) => entity.kind === kind).length;
      if (count === 0) return null;
      return html`<button
        type="button"
        part="button kind"
        class="kind ${kind.toLowerCase()}"
        aria-pressed=${hiddenKinds.has(kind) ? 'false' : 'true'}
        title=${hiddenKinds.has(kind) ? `Show ${kindHeading(kind).toLowerCase()}` : `Hide ${kindHeading(kind).toLowerCase()}`}
        @click=${() => toggle(kind)}
      >
        <span class="swatch"></span>${kindHeading(kind)} <span class="number">${count}</span>
      </button>`;
    })}
    <span class="scale">Larger: more papers. Wider: more in common.</span>
  </div>`;
