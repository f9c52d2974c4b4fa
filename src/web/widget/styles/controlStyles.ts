import { css } from 'lit';

/** Buttons and the legend. */
export const controlStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 6px 12px;
    padding: 8px;
    border-block-end: 1px solid var(--_border);
  }
  .legend,
  .tools,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  button {
    min-block-size: 30px;
    padding: 3px 10px;
    border: 1px solid var(--_border);
    border-radius: 8px;
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: 13px;
    cursor: pointer;
  }
  button:hover {
    border-color: var(--_muted);
  }
  button:focus-visible,
  canvas:focus-visible,
  input:focus-visible,
  .list:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  canvas:focus-visible,
  .list:focus-visible {
    outline-offset: -2px;
  }
  .tools button {
    min-inline-size: 32px;
    padding: 3px 8px;
  }
  .tools [aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .kind {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    border-radius: 999px;
  }
  .kind[aria-pressed='false'] {
    background: none;
    color: var(--_muted);
    text-decoration: line-through;
  }
  .kind[aria-pressed='false'] .swatch {
    opacity: 0.3;
  }
  .scale {
    flex-basis: 100%;
    margin: 0;
    color: var(--_muted);
    font-size: 12px;
  }
  .number,
  .muted {
    color: var(--_muted);
  }
  .swatch {
    flex: none;
    display: inline-block;
    inline-size: 11px;
    block-size: 11px;
    border-radius: 50%;
    background: var(--_author);
  }
  .paper .swatch,
  .swatch.paper {
    border-radius: 2px;
    background: var(--_paper);
  }
  .topic .swatch,
  .swatch.topic {
    border-radius: 0;
    background: var(--_topic);
    clip-path: polygon(50% -10%, 110% 50%, 50% 110%, -10% 50%);
  }
  .institution .swatch,
  .swatch.institution {
    border-radius: 0;
    background: var(--_institution);
    clip-path: polygon(50% 0, 95% 25%, 95% 75%, 50% 100%, 5% 75%, 5% 25%);
  }
  /* On a phone, all four kinds fit into one row. */
  @container (max-width: 520px) {
    .bar {
      padding: 6px;
    }
    .legend,
    .tools {
      gap: 4px;
    }
    .kind {
      gap: 4px;
      min-block-size: 28px;
      padding: 2px 7px;
      font-size: 12px;
    }
    .kind .number {
      display: none;
    }
  }
`;
