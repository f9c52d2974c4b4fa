import type { CollaboratorOrder, PaperOrder, SuggestionScoring } from '../__generated__/graphql.ts';

/** What papers can be ordered by. */
export const paperOrders: Readonly<Record<PaperOrder, string>> = {
  NEWEST: 'Newest first',
  OLDEST: 'Oldest first',
  MOST_CITED: 'Most cited first',
};

/** What collaborators can be ordered by. */
export const collaboratorOrders: Readonly<Record<CollaboratorOrder, string>> = {
  MOST_PAPERS: 'Most papers',
  MOST_RECENT: 'Most recent',
  STRONGEST: 'Strongest tie',
};

/** What suggestions can be scored by. */
export const scorings: Readonly<Record<SuggestionScoring, string>> = {
  ADAMIC_ADAR: 'Adamic–Adar',
  RESOURCE_ALLOCATION: 'Resource allocation',
  JACCARD: 'Jaccard',
  COMMON_COLLABORATORS: 'Common collaborators',
};
