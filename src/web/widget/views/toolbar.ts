import { html, nothing, svg, type TemplateResult } from 'lit';
import type { PictureFormat } from '../exportPicture.ts';
import { toolButton } from './toolButton.ts';

/** The parts of the element that the user can save as a file. */
export type SavedPart = PictureFormat | 'nodes' | 'connections';

export interface ToolbarActions {
  switchView(): void;
  switchFullScreen(): void;
  save(part: SavedPart): void;
  fit(): void;
  showKeys(): void;
  undo(): void;
}

export interface ToolbarState {
  isList: boolean;
  /** Whether the element fills the screen; undefined if the browser cannot show an element in full screen. */
  isFullScreen: boolean | undefined;
  /** Whether there is an expansion that the user can undo. */
  canUndo: boolean;
}

/** The buttons above the picture. @param choice the drop-down that is shown before the buttons */
export const toolbar = (
  { isList, isFullScreen, canUndo }: ToolbarState,
  actions: ToolbarActions,
  choice: unknown,
): TemplateResult =>
  html`<div class="tools" part="tools">
    ${choice}
    ${
      canUndo
        ? html`<button
            type="button"
            class="undo"
            part="button"
            title="Take back the last expansion (Ctrl+Z)"
            @click=${() => actions.undo()}
          >
            Undo
          </button>`
        : nothing
    }
    <button
      type="button"
      part="button"
      aria-pressed=${isList ? 'true' : 'false'}
      @click=${() => actions.switchView()}
    >
      List
    </button>
    ${isList ? nothing : toolButton('Show everything', '⤢', () => actions.fit())}
    ${
      isFullScreen === undefined
        ? nothing
        : toolButton(isFullScreen ? 'Leave full screen' : 'Full screen', fullScreenIcon, () =>
            actions.switchFullScreen(),
          )
    }
    ${saveMenu(isList, actions)}
    ${isList ? nothing : html`<span class="keys-tool">${toolButton('Keys', '?', () => actions.showKeys())}</span>`}
  </div>`;

/** An SVG icon, because not all fonts have a character for full screen. */
const fullScreenIcon = svg`<svg width="13" height="13" viewBox="0 0 13 13" fill="none" stroke="currentColor"
  stroke-width="1.6" aria-hidden="true"><path d="M1 4.5V1h3.5M8.5 1H12v3.5M12 8.5V12H8.5M4.5 12H1V8.5"/></svg>`;

const saveMenu = (isList: boolean, actions: ToolbarActions): TemplateResult => {
  const parts: [SavedPart, string][] = [
    ...(isList
      ? []
      : ([
          ['png', 'Picture (PNG)'],
          ['svg', 'Picture (SVG)'],
        ] as [SavedPart, string][])),
    ['nodes', 'Nodes (CSV)'],
    ['connections', 'Connections (CSV)'],
  ];
  return html`<details class="menu" @keydown=${closeOnEscape} @focusout=${closeWithoutFocus}>
    <summary part="button">Save</summary>
    <div class="menu-body">
      ${parts.map(
        ([part, label]) =>
          html`<button
            type="button"
            part="button"
            @click=${(event: Event) => {
              actions.save(part);
              (event.currentTarget as HTMLElement).closest('details')?.removeAttribute('open');
            }}
          >
            ${label}
          </button>`,
      )}
    </div>
  </details>`;
};

const closeOnEscape = (event: KeyboardEvent): void => {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
};

const closeWithoutFocus = (event: FocusEvent): void => {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (!(event.relatedTarget instanceof Node && menu.contains(event.relatedTarget))) menu.open = false;
};
