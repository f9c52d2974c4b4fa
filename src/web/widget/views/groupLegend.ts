import { html, type TemplateResult } from 'lit';
import { groupColor } from '../drawing/colors.ts';
import { OTHERS } from '../groups.ts';
import type { Picture, PictureNode } from '../picture.ts';

export interface GroupActions {
  /** Highlights a group until another one is chosen. @param color the color of the group; undefined: no group */
  choose(color: number | undefined): void;
  /** Highlights a group while the pointer is on it. */
  preview(color: number | undefined): void;
}

/**
 * A switch for each group, which highlights it, with the number of its visible nodes.
 *
 * @param chosen the color of the chosen group
 */
export const groupLegend = (
  { groups, groupColors }: Pick<Picture, 'groups' | 'groupColors'>,
  visibleNodes: readonly PictureNode[],
  chosen: number | undefined,
  actions: GroupActions,
): TemplateResult => {
  const counts = new Map<number, number>();
  for (const { entity } of visibleNodes) {
    const color = groupColors.get(entity.id) ?? OTHERS;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const shown = [...groups, { label: 'others', color: OTHERS }].filter(({ color }) => counts.has(color));
  return html`<ul class="groups" part="scale" aria-label="Groups">
    ${shown.map(
      ({ label, color }) =>
        html`<li>
          <button
            type="button"
            part="button group"
            class="group"
            aria-pressed=${color === chosen ? 'true' : 'false'}
            title=${label}
            @click=${() => actions.choose(color === chosen ? undefined : color)}
            @pointerenter=${() => actions.preview(color)}
            @pointerleave=${() => actions.preview(undefined)}
          >
            <span class="swatch" .style=${`background: ${groupColor(color)}`}></span
            ><span class="label">${label}</span> <span class="number">${counts.get(color)}</span>
          </button>
        </li>`,
    )}
  </ul>`;
};
