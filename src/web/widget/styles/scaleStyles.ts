import { css } from 'lit';

/** Styles of the choice of colors, and of the legend of groups and years. */
export const scaleStyles = css`
  .coloring {
    align-self: center;
    color: var(--_muted);
    font-size: 13px;
  }
  select {
    padding: 2px 4px;
    border: 1px solid var(--_border);
    border-radius: 6px;
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  /* If there is no legend of kinds, the legend of groups is in the same row as the buttons. */
  .bar:not(:has(.legend)) {
    display: flow-root;
  }
  .bar:not(:has(.legend)) .tools {
    float: inline-end;
    margin-inline-start: 12px;
  }
  .groups,
  .year-scale {
    flex-basis: 100%;
    margin: 0;
    padding: 0;
    font-size: 12px;
  }
  .groups li {
    display: inline-block;
    margin-inline-end: 2px;
  }
  .group {
    gap: 4px;
    min-block-size: 24px;
    padding: 0 4px;
    border-color: transparent;
    background: none;
    font-size: 12px;
  }
  .group[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_surface);
  }
  .label {
    max-inline-size: 180px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .year-scale {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .gradient {
    inline-size: 90px;
    block-size: 8px;
    border-radius: 4px;
  }
`;
