import { html, nothing, type TemplateResult } from 'lit';
import type { SearchPageQuery } from '../__generated__/graphql.ts';
import { searchPath } from '../address.ts';
import { correctedTexts } from './correctedTexts.ts';
import { words } from './words.ts';

type Result = NonNullable<SearchPageQuery['search']>['edges'][number];

/** The maximum number of similar spellings that the page suggests. */
const MOST_SPELLINGS = 3;
/** If a search finds nothing, the page has a link that searches each single word, for at most this many words. */
const MOST_WORDS = 6;

/**
 * Suggests other spellings of the searched text, from the names and titles that were found. Returns nothing if a result
 * has all searched words.
 */
export const spellings = (text: string, results: readonly Result[]): TemplateResult | typeof nothing => {
  if (results.length === 0 || results.some(({ matched }) => matched !== 'FUZZY')) return nothing;
  const found = results.map(({ matchedText }) => matchedText);
  const texts = correctedTexts(text, found).slice(0, MOST_SPELLINGS);
  return html`<p class="note spellings">
    Nothing has all of these words.
    ${texts.length > 0 ? html`Did you mean ${searchLinks(texts, ' or ')}?` : nothing}
  </p>`;
};

/**
 * The message if nothing is found. It has links that search the words one by one, because a result must have all words.
 */
export const noResults = (text: string): TemplateResult => {
  const searched = [...new Set(words(text).map(({ word }) => word))].slice(0, MOST_WORDS);
  return searched.length > 1
    ? html`Nothing stored here has all of these words, also not with typing errors. Search for one of them:
      ${searchLinks(searched, ', ')}.`
    : html`Nothing stored here has this word, also not with typing errors. Search for the beginning of a name,
      or of a word in a title.`;
};

const searchLinks = (texts: readonly string[], separator: string): TemplateResult[] =>
  texts.map((text, index) => html`${index === 0 ? '' : separator}<a href=${searchPath(text)}>${text}</a>`);
