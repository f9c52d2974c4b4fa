import { html, type TemplateResult } from 'lit';

/** A button that shows a symbol instead of its label. */
export const toolButton = (label: string, symbol: unknown, onClick: () => void): TemplateResult =>
  html`<button type="button" class="tool" part="button" aria-label=${label} title=${label} @click=${onClick}>
    ${symbol}
  </button>`;
