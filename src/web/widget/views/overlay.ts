import { html } from 'lit';
import { skeleton } from './skeleton.ts';

/**
 * Whether the slice is drawn, is being loaded, has no nodes, or could not be loaded. `message` is a sentence for the
 * user.
 */
export type Status =
  | { name: 'drawn' }
  | { name: 'loading' }
  | { name: 'empty'; message: string }
  | { name: 'failed'; message: string };

/** The message that covers the canvas while there is no picture. */
export const overlay = (status: Status, retry: () => void) => {
  if (status.name === 'drawn') return null;
  if (status.name === 'loading') {
    return html`<div class="overlay loading" part="state" role="status">
      ${skeleton()}<span class="visually-hidden">Loading the graph …</span>
    </div>`;
  }
  if (status.name === 'empty')
    return html`<div class="overlay" part="state" role="status">${status.message}</div>`;
  return html`<div class="overlay" part="state" role="alert">
    <p><strong>The graph could not be loaded.</strong><br />${status.message}</p>
    <button type="button" part="button" @click=${retry}>Try again</button>
  </div>`;
};
