import { html, type TemplateResult } from 'lit';

const keys: readonly [keys: string, meaning: string][] = [
  ['← → ↑ ↓', 'Select the next node in this direction'],
  ['Home', 'Select the center'],
  ['e', 'Select the next connection of the node'],
  ['Enter', 'Open the page of the node'],
  ['Space', 'Show more neighbors of the node'],
  ['Ctrl Z', 'Take back the last expansion'],
  ['h', 'Hide the node'],
  ['Esc', 'Clear the selection'],
  ['+ −', 'Zoom in and out'],
  ['0', 'Show everything'],
  ['?', 'Show these keys'],
];

/** A dialog that lists the keyboard keys of the graph. */
export const keysDialog = (): TemplateResult => html`
  <dialog class="keys" part="dialog" aria-label="Keys of the graph">
    <h2>Keys</h2>
    <dl>
      ${keys.map(
        ([key, meaning]) =>
          html`<div>
            <dt><kbd>${key}</kbd></dt>
            <dd>${meaning}</dd>
          </div>`,
      )}
    </dl>
    <p>
      By mouse or touch: a click selects a node or a line, a double click on a node shows more of its
      neighbors, and dragging moves a node or the picture.
    </p>
    <form method="dialog"><button part="button">Close</button></form>
  </dialog>
`;
