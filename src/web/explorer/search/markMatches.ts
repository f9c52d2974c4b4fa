import { html, type TemplateResult } from 'lit';
import { matchedParts } from './matchedParts.ts';

/** A name or title in which the beginnings of words that a search text matches are marked. */
export const markMatches = (label: string, text: string): TemplateResult[] =>
  matchedParts(label, text).map(({ part, isMatch }) =>
    isMatch ? html`<mark>${part}</mark>` : html`${part}`,
  );
