import { html } from 'lit';

export interface ToolActions {
  zoomBy(factor: number): void;
  fit(): void;
  switchView(): void;
}

/** How much a button and a key zoom. */
export const ZOOM_STEP = 1.4;

/** The buttons beside the legend. */
export const tools = (isList: boolean, actions: ToolActions) => {
  const tool = (label: string, sign: string, act: () => void) =>
    html`<button type="button" part="button" aria-label=${label} title=${label} @click=${act}>
      ${sign}
    </button>`;
  const zooming = [
    tool('Zoom out', '−', () => actions.zoomBy(1 / ZOOM_STEP)),
    tool('Zoom in', '+', () => actions.zoomBy(ZOOM_STEP)),
    tool('Show everything', '⤢', () => actions.fit()),
  ];
  return html`<div class="tools" part="tools">
    ${isList ? null : zooming}
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
