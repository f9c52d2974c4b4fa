import { html } from 'lit';
import type { Slice } from '../slice.ts';

export interface Notice {
  message: string;
  retry?: () => void;
}

/** What else is to be said of a slice, below the picture. */
export const notices = ({ truncated, missingIds, nodes }: Slice, last: Notice | undefined) => {
  const all: Notice[] = [];
  if (truncated) all.push({ message: 'Cut off: only the first 500 nodes and 2,000 connections are here.' });
  if (missingIds.length > 0 && nodes.length > 0) all.push({ message: `Not found: ${missingIds.join(', ')}` });
  if (last) all.push(last);
  return all.map(
    ({ message, retry }) =>
      html`<p class="notice" part="notice" role="status">
        ${message}
        ${retry ? html`<button type="button" part="button" @click=${retry}>Try again</button>` : null}
      </p>`,
  );
};
