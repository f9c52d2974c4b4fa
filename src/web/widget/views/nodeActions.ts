import { html, nothing, type TemplateResult } from 'lit';
import { formatCount, kindLabel } from '../labels.ts';
import type { PictureNode } from '../picture.ts';
import type { PanelActions, PanelContent } from './panelContent.ts';

/** The buttons of the selected node. */
export const nodeActions = (node: PictureNode, content: PanelContent, actions: PanelActions): unknown => {
  const path = actions.pathFrom(node);
  return html`
    ${pageLink(node, 'Open', 'button', actions)} ${expandButtons(node, content, actions)}
    ${path === undefined ? nothing : html`<a class="button" part="button" href=${path} target=${targetOf(path)}>Path from here</a>`}
    ${
      node.distance === 0
        ? nothing
        : html`<button type="button" part="button" @click=${() => actions.hide(node)}>Hide</button>`
    }
  `;
};

/**
 * A link to the page of a node. Undefined if there is no such page, and for a center, because the user is usually on
 * its page already.
 */
export const pageLink = (
  node: PictureNode,
  text: string,
  className: 'link' | 'button',
  actions: PanelActions,
): TemplateResult | undefined => {
  const page = actions.pageOf(node.entity.id);
  if (page === undefined || node.distance === 0) return undefined;
  return html`<a
    class=${className}
    part="button"
    href=${page}
    target=${targetOf(page)}
    @click=${(event: MouseEvent) => openOnClick(event, node, actions)}
    .textContent=${text}
  ></a>`;
};

/** Opens the page of a node. A click with a modifier key is left to the browser, which opens a new tab or window. */
const openOnClick = (event: MouseEvent, node: PictureNode, actions: PanelActions): void => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  actions.open(node);
};

/** The attribute `target` of a link: pages of another server open in a new tab. */
export const targetOf = (url: string): string | typeof nothing =>
  new URL(url, location.href).origin === location.origin ? nothing : '_blank';

const expandButtons = (node: PictureNode, content: PanelContent, actions: PanelActions): unknown => {
  const { omitted, isExpanded, isExpanding } = content;
  if (isExpanding) return html`<span class="muted">Loading neighbors …</span>`;
  if (!isExpanded || omitted.length === 0) {
    return isExpanded
      ? html`<span class="muted">All neighbors are shown</span>`
      : html`<button type="button" part="button" @click=${() => actions.expand(node)}>
          Show neighbors
        </button>`;
  }
  return omitted.map(
    ({ kind, count }) =>
      html`<button
        type="button"
        part="button"
        title="Show the next of ${formatCount(count, `more ${kindLabel(kind)}`)}"
        @click=${() => actions.expand(node, kind)}
      >
        +${formatCount(count, kindLabel(kind))}
      </button>`,
  );
};
