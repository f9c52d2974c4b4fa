import { css } from 'lit';

/** Styles of the buttons and of the legend. */
export const controlStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 6px 12px;
    padding: 8px;
    border-block-end: 1px solid var(--_border);
  }
  .tools {
    align-self: start;
    margin-inline-start: auto;
  }
  .legend,
  .tools,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  button,
  summary,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
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
  .button {
    text-decoration: none;
  }
  .panel .button {
    color: inherit;
  }
  .link {
    display: inline;
    min-block-size: 0;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--_border);
    text-underline-offset: 3px;
  }
  .menu {
    position: relative;
  }
  summary {
    list-style: none;
  }
  .menu-body {
    position: absolute;
    z-index: 3;
    inset-block-start: calc(100% + 4px);
    inset-inline-end: 0;
    display: grid;
    gap: 2px;
    inline-size: max-content;
    padding: 6px;
    border: 1px solid var(--_border);
    border-radius: 10px;
    background: var(--_background);
    box-shadow: 0 4px 18px #0003;
  }
  .menu-body button {
    border-color: transparent;
    background: none;
    text-align: start;
  }
  button:hover,
  summary:hover,
  .button:hover {
    border-color: var(--_muted);
  }
  button:focus-visible,
  summary:focus-visible,
  select:focus-visible,
  a:focus-visible,
  canvas:focus-visible,
  .list:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  canvas:focus-visible,
  .list:focus-visible {
    outline-offset: -2px;
  }
  .tools > button,
  .tool {
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
    border-style: dashed;
    color: var(--_muted);
  }
  .kind[aria-pressed='false'] .swatch {
    opacity: 0.3;
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
  /* If the colors show groups or years, the marks of the kinds are gray and differ only in shape. */
  :is(.by-cluster, .by-year) :is(.kind, .panel h2) .swatch {
    background: var(--_muted);
  }
`;
