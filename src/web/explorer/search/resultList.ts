import { html, nothing, type TemplateResult } from 'lit';
import type { ResultSummaryFragment, SearchMatch } from '../__generated__/graphql.ts';
import type { PagedList } from '../api/pagedList.ts';
import { foldedList } from '../components/foldedList.ts';
import { pagedItems } from '../components/pagedItems.ts';
import { resultItem } from './resultItem.ts';

/** A result of a search. Papers that were found by their titles have no `matched`: they have all searched words. */
export interface Result {
  readonly matched?: SearchMatch;
  readonly matchedText?: string;
  readonly node: ResultSummaryFragment;
}

/** The results, and after a heading those that only have similar words, which the server lists last. */
export const resultList = (list: PagedList<Result>, text: string, empty: unknown): TemplateResult => {
  const renderItem = ({ node, matchedText }: Result): TemplateResult => resultItem(node, text, matchedText);
  const texts = { empty, noun: 'results' };
  const className = 'result-list';
  const similar = list.items.filter(isSimilar);
  if (similar.length === 0) return pagedItems(list, renderItem, texts, className);
  const matching = list.items.filter((result) => !isSimilar(result));
  return html`
    ${matching.length === 0 ? nothing : foldedList({ className, noun: 'results', items: matching.map(renderItem) })}
    <h2 class="similar-heading">Similar spellings</h2>
    ${pagedItems(list, renderItem, texts, className, () => similar)}
  `;
};

const isSimilar = ({ matched }: Result): boolean => matched === 'FUZZY';
