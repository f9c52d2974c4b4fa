import { css } from 'lit';

/** Styles of the tables of nodes and edges. */
export const listStyles = css`
  .list {
    position: absolute;
    inset: 0;
    overflow: auto;
    padding: 4px 12px 12px;
    /* A line breaks inside a word only if the word is wider than the column. */
    overflow-wrap: break-word;
  }
  table {
    inline-size: 100%;
    margin-block-start: 8px;
    border-collapse: collapse;
    font-size: 13px;
  }
  .connections {
    margin-block-start: 12px;
  }
  caption {
    padding: 4px 0;
    color: var(--_muted);
    text-align: start;
  }
  th,
  td {
    padding: 5px 8px 5px 0;
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  thead th {
    color: var(--_muted);
  }
  .figure {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  td:has(> .swatch) {
    white-space: nowrap;
  }
  td .swatch {
    margin-inline-end: 6px;
  }
  .name {
    font-weight: 600;
  }
`;
