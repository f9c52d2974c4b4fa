import type { SortValues } from '../../src/graph/model/orders.ts';
import type { SuggestionFilter, SuggestionPage, SuggestionScoring } from '../../src/graph/suggestions.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import type { HandSuggestion } from './suggestionsByHand.ts';

export interface Asked {
  scoring: SuggestionScoring;
  filter?: SuggestionFilter;
  first?: number;
  after?: SortValues;
  backward?: boolean;
}

/** A counted page of those suggested to one author, 100 unless told otherwise. */
export const pageOf = async (
  store: GraphStore,
  author: string,
  { first = 100, ...asked }: Asked,
): Promise<SuggestionPage> => {
  const page = (await store.suggestions([author], { ...asked, first, count: true })).get(author);
  if (!page) throw new Error(`${author} has no page`);
  return page;
};

/** A page in the form of those by hand. */
export const asHand = ({ entries }: Pick<SuggestionPage, 'entries'>): HandSuggestion[] =>
  entries.map(({ node, scores }) => ({ id: node.id, scores }));
