import { css } from 'lit';

/** Styles of a narrow element, for example on a phone, and larger links and buttons for touch screens. */
export const narrowStyles = css`
  @media (pointer: coarse) {
    :is(.bar, .zoom, .panel .actions) :is(button, summary, select, .button) {
      min-block-size: 44px;
    }
    .keys-tool {
      display: none;
    }
    .tool,
    .panel .close {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
    .name,
    .link,
    .papers a {
      padding-block: 4px;
    }
  }
  @container (max-width: 520px) {
    /* On a narrow screen, the buttons and the explanation are below the picture. */
    .bar {
      order: 1;
      align-items: center;
      justify-content: start;
      gap: 6px 8px;
      padding: 6px;
      border-block: 1px solid var(--_border);
      border-block-end: 0;
    }
    /* The legend of kinds fills the first row. The buttons and the choice of colors are in the second row. */
    .legend {
      flex-basis: 100%;
      gap: 4px;
    }
    .tools {
      flex: 1;
      flex-wrap: nowrap;
      justify-content: end;
      gap: 4px;
      margin: 0;
    }
    .tools :is(button, summary) {
      flex: none;
      padding-inline: 7px;
    }
    .zoom,
    .keys-tool {
      display: none;
    }
    .kind {
      gap: 4px;
      padding: 2px 6px;
    }
    .bar:not(:has(.legend)) {
      display: flex;
      flex-wrap: wrap;
    }
    /* The groups are one row, which the user can move sideways. */
    .groups {
      overflow-x: auto;
      white-space: nowrap;
    }
    .kind .number {
      display: none;
    }
    .coloring {
      display: flex;
      align-items: center;
      gap: 4px;
      margin-inline-end: auto;
      min-inline-size: 0;
    }
    .coloring select {
      min-inline-size: 0;
      font-size: 13px;
    }
    .tools:has(.undo) .coloring {
      font-size: 0;
    }
    .caption {
      order: 2;
    }
    /*
     * If a table is shown instead of the picture, the buttons are above it, because the table may be longer than the
     * screen.
     */
    .bar:has(~ .stage .list) {
      order: 0;
      border-block: 0;
      border-block-end: 1px solid var(--_border);
    }
    .list {
      padding-inline: 8px;
    }
    th,
    td {
      padding-inline-end: 5px;
    }
    table button:not(.name) {
      padding-inline: 5px;
    }
    .menu-body {
      inset-block: auto calc(100% + 4px);
      inset-inline: 0 auto;
    }
  }
`;
