import { html } from 'lit';
import type { PicturedNode } from '../picture.ts';
import { entityKinds, type EntityKind } from '../slice.ts';
import { kindsTitle } from '../labels.ts';

/** Each kind with its color, shape and number, as a switch that hides and shows it. */
export const legend = (
  nodes: readonly PicturedNode[],
  hidden: ReadonlySet<EntityKind>,
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
        aria-pressed=${hidden.has(kind) ? 'false' : 'true'}
        title=${hidden.has(kind) ? `Show ${kindsTitle(kind).toLowerCase()}` : `Hide ${kindsTitle(kind).toLowerCase()}`}
        @click=${() => toggle(kind)}
      >
        <span class="swatch"></span>${kindsTitle(kind)} <span class="number">${count}</span>
      </button>`;
    })}
    <span class="scale">Larger: more papers. Wider: more in common.</span>
  </div>`;
