import { html, type TemplateResult } from 'lit';
import type { EntityKind } from '../__generated__/graphql.ts';
import { firstViewOf } from './graphPanel.ts';
import { closeOnEscape, closeWithoutFocus } from './menuEvents.ts';

/**
 * A menu with the HTML that shows an entity's graph in another page, and the server setting that allows that page to
 * send queries.
 */
export const embedMenu = (kind: EntityKind, id: string): TemplateResult => html`
  <details class="menu" @keydown=${closeOnEscape} @focusout=${closeWithoutFocus}>
    <summary class="button">Embed</summary>
    <div class="menu-body embed">
      <p>Put this into your page:</p>
      ${copyable('Tag', embeddingTag(location.origin, kind, id))}
      <p>Start this server with the address of your page, so that browsers let the page ask it:</p>
      ${copyable('Setting', 'CORS_ORIGINS=https://your.page')}
    </div>
  </details>
`;

/** The HTML that embeds the graph of an entity. @param server the origin of the server */
const embeddingTag = (server: string, kind: EntityKind, id: string): string =>
  `<script type="module" src="${server}/widget.js"></script>\n` +
  `<coauthor-graph endpoint="${server}/graphql" entity="${id.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"` +
  `${firstViewOf(kind).show === undefined ? '' : ' show="AUTHOR" color="cluster"'}></coauthor-graph>`;

const copyable = (label: string, text: string): TemplateResult => html`
  <pre tabindex="0" aria-label=${label}>${text}</pre>
  <button @click=${({ currentTarget }: Event) => void copy(currentTarget as HTMLElement, text)}>Copy</button>
`;

const copy = async (button: HTMLElement, text: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    // The browser allows no access to the clipboard without permission or without HTTPS. The text is then selected, so
    // that the user can copy it.
    const source = button.previousElementSibling;
    if (source) getSelection()?.selectAllChildren(source);
    button.textContent = 'Press Ctrl+C';
  }
};
