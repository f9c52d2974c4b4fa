import { html } from 'lit';

export interface ToolbarActions {
  zoomBy(factor: number): void;
  fit(): void;
  switchView(): void;
}

/** The zoom factor of a button and a key. */
export const ZOOM_STEP = 1.4;

export const toolbar = (isList: boolean, actions: ToolbarActions) => {
  const tool = (label: string, symbol: string, onClick: () => void) =>
    html`<button type="button" part="button" aria-label=${label} title=${label} @click=${onClick}>
      ${symbol}
    </button>`;
  const zoomButtons = [
    tool('Zoom out', '−', () => actions.zoomBy(1 / ZOOM_STEP)),
    tool('Zoom in', '+', () => actions.zoomBy(ZOOM_STEP)),
    tool('Show everything', '⤢', () => actions.fit()),
  ];
  return html`<div class="tools" part="tools">
    ${isList ? null : zoomButtons}
    <button
      type="button"
      part="button"
      aria-pressed=${isList ? 'true' : 'false'}
      @click=${() => actions.switchView()}
    >
      List
    </button>
  </div>`;
};
