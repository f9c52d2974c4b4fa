import { html, nothing, type TemplateResult } from 'lit';
import { matchedParts } from './matchedParts.ts';

/**
 * A name or title in which the beginnings of words that a search text matches are marked, and in another way the words
 * that it only resembles.
 */
export const markMatches = (label: string, text: string): TemplateResult[] =>
  matchedParts(label, text).map(({ part, isMatch, isSimilar }) =>
    isMatch ? html`<mark class=${isSimilar ? 'similar' : nothing}>${part}</mark>` : html`${part}`,
  );
