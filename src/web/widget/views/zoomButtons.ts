import { html, type TemplateResult } from 'lit';
import { toolButton } from './toolButton.ts';

export interface ZoomActions {
  zoomBy(factor: number): void;
  fit(): void;
}

/** The factor by which a zoom button or a zoom key changes the scale. */
export const ZOOM_STEP = 1.4;

/** Buttons that zoom the picture, in a corner of the canvas. */
export const zoomButtons = (actions: ZoomActions): TemplateResult =>
  html`<div class="zoom" part="zoom">
    ${toolButton('Zoom in', '+', () => actions.zoomBy(ZOOM_STEP))}
    ${toolButton('Zoom out', '−', () => actions.zoomBy(1 / ZOOM_STEP))}
    ${toolButton('Show everything', '⤢', () => actions.fit())}
  </div>`;
