import { html } from 'lit';
import type { Slice } from '../slice.ts';

export interface Notice {
  message: string;
  retry?: () => void;
}

/** Messages about the slice, shown over the picture. */
export const notices = ({ truncated, missingIds, nodes }: Slice, latest: Notice | undefined) => {
  const all: Notice[] = [];
  if (truncated)
    all.push({ message: 'The graph is cut off: only the first 500 nodes and 2,000 connections are shown.' });
  if (missingIds.length > 0 && nodes.length > 0) all.push({ message: `Not found: ${missingIds.join(', ')}` });
  if (latest) all.push(latest);
  return all.map(
    ({ message, retry }) =>
      html`<p
        class="notice ${message === latest?.message && !retry ? 'brief' : ''}"
        part="notice"
        role="status"
      >
        ${message}
        ${retry ? html`<button type="button" part="button" @click=${retry}>Try again</button>` : null}
      </p>`,
  );
};
