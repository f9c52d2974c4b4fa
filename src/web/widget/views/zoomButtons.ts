import { html, type TemplateResult } from 'lit';
import { toolButton } from './toolButton.ts';

/** The factor by which a zoom button or a zoom key changes the scale. */
export const ZOOM_STEP = 1.4;

/** Buttons that zoom the picture, in a corner of the canvas. A narrow element has none: two fingers zoom on a phone. */
export const zoomButtons = (zoomBy: (factor: number) => void): TemplateResult =>
  html`<div class="zoom" part="zoom">
    ${toolButton('Zoom in', '+', () => zoomBy(ZOOM_STEP))}
    ${toolButton('Zoom out', '−', () => zoomBy(1 / ZOOM_STEP))}
  </div>`;
