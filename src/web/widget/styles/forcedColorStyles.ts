import { css } from 'lit';

/**
 * The colors of systems that force few colors with a high contrast. The picture is not drawn by CSS, so the system does
 * not change its colors by itself.
 */
export const forcedColorStyles = css`
  @media (forced-colors: active) {
    :host {
      --_edge: CanvasText;
      --_text: CanvasText;
      --_accent: Highlight;
      --_background: Canvas;
      --_border: CanvasText;
    }
    .color,
    .swatch,
    .gradient,
    .thumbs::before {
      forced-color-adjust: none;
    }
  }
`;
