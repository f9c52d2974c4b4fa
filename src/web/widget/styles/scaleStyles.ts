import { css } from 'lit';

/** Styles of the explanation of sizes and colors. */
export const scaleStyles = css`
  .scale {
    flex-basis: 100%;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 2px 16px;
    color: var(--_muted);
    font-size: 13px;
  }
  /* Without a legend, the explanation of sizes stands beside the buttons, and the groups below both. */
  .bar:not(:has(.legend)) .scale {
    display: contents;
  }
  .bar:not(:has(.legend)) .explanation {
    order: -1;
    flex: 1 1 280px;
  }
  .bar:not(:has(.legend)) :is(.explanation, label) {
    align-self: center;
  }
  .scale select {
    max-inline-size: 100%;
    padding: 2px 4px;
    border: 1px solid var(--_border);
    border-radius: 6px;
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  .groups {
    flex-basis: 100%;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    margin: 0;
    padding: 0;
    list-style: none;
    color: var(--_text);
  }
  .groups .swatch {
    margin-inline-end: 5px;
  }
  .year-scale {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }
  .gradient {
    inline-size: 90px;
    block-size: 8px;
    border-radius: 4px;
  }
`;
