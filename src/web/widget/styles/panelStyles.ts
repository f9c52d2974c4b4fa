import { css } from 'lit';

/** Styles of the panel that shows what is selected, and of the dialog that lists the keyboard keys. */
export const panelStyles = css`
  /* The panel is in the last column of the grid; in a narrow element, in its last row. */
  .panel {
    grid-area: -2 / -2;
    z-index: 2;
    inline-size: 264px;
    overflow: auto;
    padding: 12px 14px;
    scroll-padding-block-start: 80px;
    border-inline-start: 1px solid var(--_border);
    background: var(--_background);
  }
  .panel h2,
  .keys h2 {
    margin: 0 24px 2px 0;
    font-size: 15px;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .panel h2 .swatch {
    margin-inline-end: 6px;
  }
  .panel h2 .muted {
    font-weight: 400;
  }
  .panel p {
    margin: 0 0 6px;
    overflow-wrap: anywhere;
  }
  /* The buttons stay in sight when the panel scrolls. */
  .panel .actions {
    position: sticky;
    inset-block-start: -12px;
    z-index: 1;
    clear: both;
    align-items: center;
    padding-block: 8px;
    background: var(--_background);
  }
  .joint .if-small {
    display: none;
  }
  .panel .close {
    float: inline-end;
    position: sticky;
    inset-block-start: -6px;
    z-index: 2;
    margin: -6px -8px 0 0;
    min-inline-size: 28px;
    min-block-size: 28px;
    padding: 0;
    border-color: transparent;
    background: none;
    font-size: 17px;
    line-height: 1;
  }
  .papers {
    margin: 0 0 8px;
    padding-inline-start: 16px;
    font-size: 13px;
  }
  .papers li {
    margin-block-end: 3px;
    overflow-wrap: anywhere;
  }
  a {
    color: var(--_accent);
  }
  .keys {
    max-inline-size: min(420px, 92vw);
    padding: 18px 20px;
    border: 1px solid var(--_border);
    border-radius: 12px;
    background: var(--_background);
    color: var(--_text);
  }
  .keys dl {
    margin: 8px 0;
  }
  .keys dl div {
    display: flex;
    gap: 12px;
    padding: 3px 0;
  }
  .keys dt {
    flex: 0 0 76px;
  }
  .keys dd {
    margin: 0;
  }
  .keys p {
    color: var(--_muted);
    font-size: 13px;
  }
  @container (max-width: 560px) {
    .stage:has(> .panel) {
      grid-template: 1fr auto / minmax(0, 1fr);
      min-block-size: auto;
    }
    .stage:has(> .panel) .picture {
      min-block-size: var(--_height, 240px);
      animation: none;
    }
    .panel {
      inline-size: auto;
      border-inline-start: 0;
      border-block-start: 1px solid var(--_border);
    }
    .panel .actions {
      gap: 4px;
    }
    .panel .actions > * {
      padding-inline: 6px;
    }
    .joint li:nth-child(n + 2) {
      display: none;
    }
    .joint .if-small {
      display: block;
    }
  }
`;
